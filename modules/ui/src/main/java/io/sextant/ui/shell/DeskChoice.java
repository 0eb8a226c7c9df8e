package io.sextant.ui.shell;

import io.sextant.domain.market.TradingMode;
import java.nio.file.Path;

/** Which desk a reader wants to sit at. Each keeps its own orders and journal. */
public sealed interface DeskChoice {

    TradingMode mode();

    /** The market of simulated agents. */
    record Simulated() implements DeskChoice {

        @Override
        public TradingMode mode() {
            return TradingMode.SIMULATED;
        }
    }

    /** A recorded feed, traded on paper. */
    record Recording(Path file) implements DeskChoice {

        @Override
        public TradingMode mode() {
            return TradingMode.PAPER;
        }
    }

    /** A live venue, traded on paper; what of it is the launcher's business. */
    record Live(String venue) implements DeskChoice {

        @Override
        public TradingMode mode() {
            return TradingMode.PAPER;
        }
    }
}
