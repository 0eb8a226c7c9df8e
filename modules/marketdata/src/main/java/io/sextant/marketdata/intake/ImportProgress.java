package io.sextant.marketdata.intake;

/** Hears how far an import is, and stops it. Called by the thread that reads. */
public interface ImportProgress {

    /** Share of all files' bytes, 0 to 1. */
    void share(double done);

    /** So many more rows were read. */
    void rows(long more);

    /** Throws {@link java.util.concurrent.CancellationException} when the import is to stop. */
    void checkCancelled();
}
