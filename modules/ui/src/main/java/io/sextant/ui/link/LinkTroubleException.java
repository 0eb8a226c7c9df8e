package io.sextant.ui.link;

/** A server could not be reached, or not be kept. */
public final class LinkTroubleException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient LinkTrouble trouble;

    public LinkTroubleException(LinkTrouble trouble) {
        super(trouble.kind() + " " + trouble.detail());
        this.trouble = trouble;
    }

    public LinkTrouble trouble() {
        return trouble;
    }
}
