package io.sextant.strategy.ta4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.strategy.bar.SmaCross;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.testing.Market;
import io.sextant.strategy.testing.Walks;
import io.sextant.strategy.testing.Wished;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Strategy;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.StopLossRule;

class Ta4jStrategyTest {

    /** The cross as ta4j's own examples write it. */
    private static final class Cross extends Ta4jStrategy {

        Cross() {
            super("ta4j-cross", Parameter.bars("fast", 1, 100, 5), Parameter.bars("slow", 2, 100, 20));
        }

        @Override
        protected Strategy strategy(BarSeries series, Choice choice) {
            ClosePriceIndicator close = new ClosePriceIndicator(series);
            SMAIndicator fast = new SMAIndicator(close, choice.whole("fast"));
            SMAIndicator slow = new SMAIndicator(close, choice.whole("slow"));
            return new BaseStrategy(
                    new CrossedUpIndicatorRule(fast, slow),
                    new CrossedDownIndicatorRule(fast, slow),
                    choice.whole("slow"));
        }
    }

    private static final class Stopped extends Ta4jStrategy {

        Stopped() {
            super("stopped");
        }

        @Override
        protected Strategy strategy(BarSeries series, Choice choice) {
            ClosePriceIndicator close = new ClosePriceIndicator(series);
            return new BaseStrategy(new OverIndicatorRule(close, 10.5), new StopLossRule(close, 5));
        }
    }

    @Test
    void aStrategyOfTa4jWishesWhatOursDoesBarByBar() {
        Cross theirs = new Cross();
        SmaCross ours = new SmaCross();
        Market market = Market.ofCloses(Walks.random(17, 1_200));
        Map<String, Double> given = Map.of("fast", 5.0, "slow", 20.0);
        List<String> wished =
                market.wishesOf(ours, Choice.of(ours, Map.of("fast", 5.0, "slow", 20.0, "long-only", 1.0))).stream()
                        .map(each -> each.bar() + " " + each.share())
                        .toList();
        // Ours wishes to be flat at a first crossing down; ta4j has nothing to leave then.
        List<String> fromFirstLong = wished.getFirst().endsWith(" 0.0") ? wished.subList(1, wished.size()) : wished;
        assertThat(market.wishesOf(theirs, Choice.of(theirs, given)))
                .extracting(each -> each.bar() + " " + each.share())
                .isEqualTo(fromFirstLong)
                .hasSizeGreaterThan(30);
        assertThat(theirs.needs(Choice.usual(theirs)).warmUpBars()).isEqualTo(21);
    }

    @Test
    void itsStopsSeeThePriceAtWhichThePositionWasTaken() {
        // Wished at bar 1, filled at 11; 10.6 is less than 5 % below and 10.4 is more.
        Stopped kind = new Stopped();
        List<Wished> wishes =
                Market.ofCloses(new double[] {10, 11, 11, 10.6, 10.4, 10, 10}).wishesOf(kind, Choice.usual(kind));
        assertThat(wishes).extracting(each -> each.bar() + " " + each.share()).containsExactly("1 1.0", "4 0.0");
    }

    @Test
    void knowsNothingOfWhatIsToCome() {
        Cross kind = new Cross();
        Market market = Market.ofCloses(Walks.random(18, 400));
        List<Wished> all = market.wishesOf(kind, Choice.usual(kind));
        for (int cut = 1; cut < 400; cut += 23) {
            int end = cut;
            assertThat(market.part(0, cut).wishesOf(kind, Choice.usual(kind)))
                    .isEqualTo(all.stream().filter(each -> each.bar() < end).toList());
        }
    }
}
