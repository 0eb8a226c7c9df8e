package io.sextant.ui.link;

import java.util.Map;

/**
 * Keeps what the window remembers of an engine on another machine: on this one, since whoever only looks may change nothing there, and two
 * people at one engine have a layout each.
 */
public interface WindowMemory {

    Map<String, String> load();

    /** All of it, in the place of what was kept before. Does not wait for the disk. */
    void keep(Map<String, String> all);
}
