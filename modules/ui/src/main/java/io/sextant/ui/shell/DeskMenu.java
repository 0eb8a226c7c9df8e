package io.sextant.ui.shell;

import java.util.List;
import java.util.function.Consumer;

/** The desks there are to choose from, and who opens the one that is chosen. */
public record DeskMenu(List<LiveOffer> venues, Consumer<DeskChoice> open) {

    public DeskMenu {
        venues = List.copyOf(venues);
    }
}
