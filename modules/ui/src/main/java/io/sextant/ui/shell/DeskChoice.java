package io.sextant.ui.shell;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.TradingMode;
import java.nio.file.Path;
import java.util.List;

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

    /** Some instruments of a live venue, traded on paper. */
    record Live(String venue, List<InstrumentId> symbols) implements DeskChoice {

        public Live {
            symbols = List.copyOf(symbols);
        }

        @Override
        public TradingMode mode() {
            return TradingMode.PAPER;
        }
    }
}
