package io.sextant.domain.request;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Price;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All instruments at a glance. */
public record WatchlistState(long marketNanos, List<Row> rows) {

    public WatchlistState {
        rows = List.copyOf(rows);
    }

    /** {@code spark} holds the closes of the newest minutes, oldest first. */
    public record Row(
            InstrumentId instrument,
            Optional<Price> last,
            Optional<Price> bid,
            Optional<Price> ask,
            Optional<Price> dayOpen,
            double[] spark) {

        /** Change since the day's open in percent, NaN before the first trade or where the open is not above zero. */
        public double changePct() {
            if (last.isEmpty() || dayOpen.isEmpty() || !dayOpen.get().isPositive()) {
                return Double.NaN;
            }
            return (last.get().toDouble() / dayOpen.get().toDouble() - 1) * 100;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Row that
                    && instrument.equals(that.instrument)
                    && last.equals(that.last)
                    && bid.equals(that.bid)
                    && ask.equals(that.ask)
                    && dayOpen.equals(that.dayOpen)
                    && Arrays.equals(spark, that.spark);
        }

        @Override
        public int hashCode() {
            return 31 * instrument.hashCode() + last.hashCode();
        }

        @Override
        public String toString() {
            return instrument + " " + last.map(Price::toString).orElse("no price");
        }
    }
}
