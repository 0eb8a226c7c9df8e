package io.sextant.domain.hosting;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Money;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that is agreed with a strategy that a desk runs.
 *
 * @param name under which the desk knows it; the same kind may run several times under names of its own
 * @param kind one that comes with the workstation, or the name of a file of one's own
 * @param values of its settings; those that are not named are as usual
 * @param capital its share of the account, in the currency that all its instruments are quoted in
 * @param costs what a test of it would charge, which its shadow is charged
 */
public record HostingTerms(
        String name,
        String kind,
        Map<String, Double> values,
        List<InstrumentId> instruments,
        Timeframe timeframe,
        Money capital,
        HostingLimits limits,
        BacktestSetup.Costs costs) {

    public static final int LONGEST_NAME = 40;
    public static final int INSTRUMENTS_MAX = 64;

    public HostingTerms {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        instruments = List.copyOf(instruments);
        if (!isName(name)) {
            throw new IllegalArgumentException("a strategy's name is of at most " + LONGEST_NAME
                    + " small letters, digits and hyphens, not '" + name + "'");
        }
        if (kind.isBlank()) {
            throw new IllegalArgumentException("a strategy is of some kind");
        }
        if (instruments.isEmpty()
                || instruments.size() > INSTRUMENTS_MAX
                || instruments.stream().distinct().count() != instruments.size()) {
            throw new IllegalArgumentException(
                    "a strategy is hosted on 1 to " + INSTRUMENTS_MAX + " instruments, each once");
        }
        if (capital.units() <= 0) {
            throw new IllegalArgumentException("a strategy needs some capital, not " + capital);
        }
        limits.largestOrder().requireCurrency(capital.currency());
    }

    /** Whether the desk can know a strategy by it. */
    public static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && text.matches("[a-z0-9]+(-[a-z0-9]+)*");
    }
}
