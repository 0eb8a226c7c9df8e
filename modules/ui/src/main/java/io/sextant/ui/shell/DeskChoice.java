package io.sextant.ui.shell;

import io.sextant.domain.instrument.InstrumentId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which desk a reader wants to sit at. Each keeps its own orders and journal. */
public sealed interface DeskChoice {

    /** The engine of another machine, under the name that the reader gave it. */
    record Server(String name) implements DeskChoice {}

    /** The market of simulated agents. */
    record Simulated() implements DeskChoice {}

    /** A recorded feed, traded on paper. */
    record Recording(Path file) implements DeskChoice {}

    /** Some instruments of a live venue, traded with an account there, or on paper without one. */
    record Live(String venue, List<InstrumentId> symbols, Optional<Account> account) implements DeskChoice {

        public Live {
            symbols = List.copyOf(symbols);
        }

        /** On paper. */
        public Live(String venue, List<InstrumentId> symbols) {
            this(venue, symbols, Optional.empty());
        }

        /** The same when the reader has typed the account's name. */
        public Live agreed(String typed) {
            return new Live(venue, symbols, account.map(one -> new Account(one.name(), one.test(), typed)));
        }
    }

    /**
     * An account at a live venue, of play money where {@code test}. {@code typedName} is what the reader typed to say that real money is
     * meant, empty where nothing was.
     */
    record Account(String name, boolean test, String typedName) {}
}
