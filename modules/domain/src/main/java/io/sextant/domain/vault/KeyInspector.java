package io.sextant.domain.vault;

/** Asks a venue what a key may do. May wait for the network; never called on the engine's loop or the window's thread. */
@FunctionalInterface
public interface KeyInspector {

    KeyVerdict inspect(VenueKey key);
}
