package io.sextant.domain.request;

import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.dataset.MarkedStretch;
import io.sextant.domain.event.Event;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.source.Observation;
import io.sextant.domain.source.StoredMacro;
import java.util.List;
import java.util.Map;

/** A question with a quick answer of type {@code R}. */
public sealed interface Query<R> {

    /** All instruments of the session, in their fixed order. */
    record Instruments() implements Query<List<Instrument>> {}

    /** At most {@code limit} bars that open before {@code beforeNanos}, the newest ones, in time order. */
    record Bars(InstrumentId instrument, Timeframe timeframe, long beforeNanos, int limit) implements Query<BarSeries> {
        public Bars {
            requirePositive(limit, "limit");
        }
    }

    record Desk() implements Query<DeskState> {}

    record Market(InstrumentId instrument) implements Query<MarketState> {}

    /** What an order would cost and whether the gate would let it pass, now. */
    record Preview(OrderDraft draft) implements Query<OrderPreview> {}

    /** The newest orders with their lives, newest first. */
    record OrderHistory(int limit) implements Query<List<OrderLife>> {
        public OrderHistory {
            requirePositive(limit, "limit");
        }
    }

    /** The newest fills, newest first. */
    record Fills(int limit) implements Query<List<Fill>> {
        public Fills {
            requirePositive(limit, "limit");
        }
    }

    /** All changes of one order in time order. */
    record OrderStory(OrderId order) implements Query<List<Event>> {}

    /** The newest facts, newest first. */
    record NewestEvents(int limit) implements Query<List<Event>> {
        public NewestEvents {
            requirePositive(limit, "limit");
        }
    }

    /** The equity curve since {@code fromNanos}, thinned to at most {@code maxPoints} without losing its extremes. */
    record Equity(long fromNanos, int maxPoints) implements Query<EquityCurve> {
        public Equity {
            requirePositive(maxPoints, "maxPoints");
        }
    }

    /** All series of bars that are stored, by instrument and timeframe. */
    record Archive() implements Query<List<ArchivedSeries>> {}

    /** What of an instrument's bars is not to be trusted, in time order; of bars below a minute, what is known of minutes. */
    record Marks(InstrumentId instrument, Timeframe timeframe) implements Query<List<MarkedStretch>> {}

    /** All macro series that are stored, by name. */
    record MacroList() implements Query<List<StoredMacro>> {}

    /** A macro series as it stood at a time: of each period the figure that was known then, and nothing that came later. */
    record MacroAsKnown(String name, long atNanos) implements Query<List<Observation>> {}

    record Settings() implements Query<Map<String, String>> {}

    private static void requirePositive(int value, String name) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be above zero, was " + value);
        }
    }
}
