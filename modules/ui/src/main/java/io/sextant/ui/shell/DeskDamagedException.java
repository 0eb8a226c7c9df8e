package io.sextant.ui.shell;

/** A desk's tables are damaged; its journal can make them again. The message is for the reader. */
public final class DeskDamagedException extends Exception {

    private static final long serialVersionUID = 1;

    public DeskDamagedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
