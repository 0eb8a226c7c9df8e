package io.sextant.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The profiles of this machine: people or purposes, each with desks, keys and looks of its own. The usual one has no name and is written as an
 * empty text.
 */
public record ProfileMenu(String current, List<String> names, Predicate<String> mayBeCalled, Consumer<String> open) {

    /** The profile that has no name. */
    public static final String USUAL = "";

    public ProfileMenu {
        names = List.copyOf(names);
    }
}
