package io.sextant.ui.link;

/** How the line to an engine on another machine is. */
public enum LinkState {
    /** It answers. */
    UP,
    /** It is silent; what is shown may be old. */
    STALE,
    /** It is broken, and opened anew by itself. */
    DOWN
}
