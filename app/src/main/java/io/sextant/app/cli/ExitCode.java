package io.sextant.app.cli;

/** What the process ends with. Programs rely on the numbers: they never change. The launcher script has 10 to 19. */
public final class ExitCode {

    public static final int OK = 0;
    /** A bug or a broken outside; the message says which. */
    public static final int FAILED = 1;
    /** The command line was not understood. */
    public static final int USAGE = 2;
    /** The data folder is locked, damaged, or of another version. */
    public static final int DATA = 3;
    /** A rule said no. */
    public static final int REFUSED = 4;
    /** The doctor found something that must be mended. */
    public static final int UNWELL = 5;
    /** A file is missing, cannot be read, or is not what it should be. */
    public static final int FILE = 6;

    /** A journal is not what was written: a record was changed, removed, inserted, reordered or rewritten. */
    public static final int NOT_AS_WRITTEN = 7;
    /** Nothing speaks against a journal, but nothing vouches for it either. */
    public static final int NOT_PROVEN = 8;

    private ExitCode() {}
}
