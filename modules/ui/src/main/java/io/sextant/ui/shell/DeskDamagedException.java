package io.sextant.ui.shell;

import io.sextant.domain.session.DeskMending;

/** A desk cannot be opened as it is, but {@link #cure} would help. The message is for the reader. */
public final class DeskDamagedException extends Exception {

    private static final long serialVersionUID = 1;

    private final DeskMending cure;

    public DeskDamagedException(String sentence, DeskMending cure, Throwable cause) {
        super(sentence, cause);
        this.cure = cure;
    }

    public DeskMending cure() {
        return cure;
    }
}
