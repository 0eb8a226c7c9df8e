package io.sextant.ui.shell;

import io.sextant.domain.vault.KeyDesk;
import io.sextant.ui.link.ServerBook;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The desks there are to choose from, who opens the one that is chosen, the keys of their accounts where there is a vault, the servers that are kept,
 * and other profiles where there may be some.
 */
public record DeskMenu(
        List<LiveOffer> venues,
        Consumer<DeskChoice> open,
        Optional<KeyDesk> keys,
        Optional<ServerBook> servers,
        Optional<ProfileMenu> profiles) {

    public DeskMenu {
        venues = List.copyOf(venues);
    }

    /** Without accounts. */
    public DeskMenu(List<LiveOffer> venues, Consumer<DeskChoice> open) {
        this(venues, open, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, asking {@code leaving} before any other desk is opened. */
    DeskMenu leaving(Consumer<Runnable> leaving) {
        return new DeskMenu(
                venues,
                choice -> leaving.accept(() -> open.accept(choice)),
                keys,
                servers,
                profiles.map(menu -> new ProfileMenu(
                        menu.current(),
                        menu.names(),
                        menu.mayBeCalled(),
                        name -> leaving.accept(() -> menu.open().accept(name)))));
    }
}
