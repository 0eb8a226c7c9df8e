package io.sextant.ui.shell;

/** A file is no workspace that this version can open. */
final class WorkspaceProblem extends Exception {

    private static final long serialVersionUID = 1;

    /** Why. */
    enum Reason {
        /** Nothing that any version wrote. */
        NOT_A_WORKSPACE,
        /** Written by a version that knows more. */
        NEWER,
        /** The file cannot be read or written. */
        UNREADABLE,
        /** It has no panel that is here. */
        NO_PANEL
    }

    private final Reason reason;

    WorkspaceProblem(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
