package io.sextant.remote.client;

/** How the line to the engine is. */
public enum LinkState {
    /** It answers. */
    UP,
    /** It is silent; what is shown may be old. */
    STALE,
    /** It is broken, and opened anew by itself. */
    DOWN
}
