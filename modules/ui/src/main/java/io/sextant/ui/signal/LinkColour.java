package io.sextant.ui.signal;

/** The group that a chart belongs to; the charts of a colour show the same moment under the mouse. */
public enum LinkColour {
    NONE("transparent"),
    BLUE("#2f81f7"),
    ORANGE("#f0932b"),
    VIOLET("#a371f7");

    private final String web;

    LinkColour(String web) {
        this.web = web;
    }

    /** As CSS writes it. */
    public String web() {
        return web;
    }
}
