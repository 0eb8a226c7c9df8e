package io.sextant.engine.forecast;

import io.sextant.domain.forecast.Verdict;
import io.sextant.engine.told.ToldBars;
import io.sextant.engine.told.ToldLog;
import io.sextant.forecasting.Forecast;
import io.sextant.strategy.kind.Scene.Outlook;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notes what the champion of a series expected at the end of each bar. A champion that is brought to now after a restart says what it would have
 * said; what nobody expected when a bar was over is not made up later.
 */
final class ToldOutlooks {

    private static final String SEPARATOR = " ";
    private static final int WORDS = 5;

    private final ToldBars<Outlook> told;
    private final Map<Long, Outlook> expected = new HashMap<>();

    ToldOutlooks(ToldBars<Outlook> told) {
        this.told = told;
    }

    static ToldBars<Outlook> with(ToldLog log) {
        return new ToldBars<>(log, ToldOutlooks::text, ToldOutlooks::read);
    }

    /** The champion's witness, who also hears what it expects. */
    StandingModel.Witness hearing(StandingModel champion, StandingModel.Witness witness) {
        return new StandingModel.Witness() {
            @Override
            public void cameTrue(Forecast forecast, double value, long timeNanos) {
                witness.cameTrue(forecast, value, timeNanos);
            }

            @Override
            public void expects(Forecast next, long endNanos) {
                if (endNanos > told.untilNanos()) {
                    champion.outlook(next).ifPresent(one -> expected.put(endNanos, one));
                }
            }
        };
    }

    /** The bars are over; of a series of which nothing was told yet only the newest counts. */
    void tell(ClosedBars bars, @Nullable StandingModel champion) {
        boolean isFirst = told.isEmpty();
        for (int i = isFirst ? Math.max(0, bars.size() - 1) : 0; i < bars.size(); i++) {
            long end = bars.endsNanos()[i];
            if (end > told.untilNanos()) {
                told.tell(end, find(end, champion));
            }
        }
        expected.clear();
    }

    private Optional<Outlook> find(long endNanos, @Nullable StandingModel champion) {
        Outlook heard = expected.get(endNanos);
        if (heard != null) {
            return Optional.of(heard);
        }
        return champion != null && champion.seenNanos() == endNanos
                ? champion.outlook(champion.newest())
                : Optional.empty();
    }

    private static String text(Outlook of) {
        return String.join(
                SEPARATOR,
                Double.toHexString(of.logReturn()),
                Double.toHexString(of.lowLogReturn()),
                Double.toHexString(of.highLogReturn()),
                of.verdict().name(),
                of.model());
    }

    private static Optional<Outlook> read(String text) {
        String[] words = text.split(SEPARATOR, WORDS);
        if (words.length != WORDS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Outlook(
                    Double.parseDouble(words[0]),
                    Double.parseDouble(words[1]),
                    Double.parseDouble(words[2]),
                    Verdict.valueOf(words[3]),
                    words[4]));
        } catch (IllegalArgumentException ofAnotherVersion) {
            return Optional.empty();
        }
    }
}
