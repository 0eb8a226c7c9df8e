package io.sextant.ui.panel.features;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import java.util.List;
import java.util.Optional;

/**
 * Over which bars features are looked at, and how.
 *
 * @param peer the instrument to compare with
 * @param horizonBars over how many bars what came next counts
 * @param periods into how many the bars are divided to see whether a feature stays as it is
 */
record Subject(Timeframe timeframe, int bars, Optional<InstrumentId> peer, int horizonBars, int periods) {

    static final Subject USUAL = new Subject(Timeframe.M1, 20_000, Optional.empty(), 10, 6);
    static final List<Integer> BARS = List.of(2_000, 5_000, 20_000, 50_000, 200_000);
    static final List<Integer> HORIZONS = List.of(1, 2, 5, 10, 20, 50, 100, 200);
    static final List<Integer> PERIODS = List.of(2, 4, 6, 8, 12);

    Subject withTimeframe(Timeframe other) {
        return new Subject(other, bars, peer, horizonBars, periods);
    }

    Subject withBars(int other) {
        return new Subject(timeframe, other, peer, horizonBars, periods);
    }

    Subject withPeer(Optional<InstrumentId> other) {
        return new Subject(timeframe, bars, other, horizonBars, periods);
    }

    Subject withHorizon(int other) {
        return new Subject(timeframe, bars, peer, other, periods);
    }

    Subject withPeriods(int other) {
        return new Subject(timeframe, bars, peer, horizonBars, other);
    }

    boolean readsTheSameBarsAs(Subject other) {
        return timeframe == other.timeframe && bars == other.bars && peer.equals(other.peer);
    }

    String write() {
        return timeframe.label() + " " + bars + " " + horizonBars + " " + periods;
    }

    /** What was remembered, without the peer; empty where it is not understood. */
    static Optional<Subject> read(String text) {
        String[] parts = text.split(" ", -1);
        try {
            Subject read = new Subject(
                    Timeframe.parse(parts[0]),
                    Integer.parseInt(parts[1]),
                    Optional.empty(),
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]));
            boolean offered =
                    BARS.contains(read.bars) && HORIZONS.contains(read.horizonBars) && PERIODS.contains(read.periods);
            return offered ? Optional.of(read) : Optional.empty();
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOne) {
            return Optional.empty();
        }
    }
}
