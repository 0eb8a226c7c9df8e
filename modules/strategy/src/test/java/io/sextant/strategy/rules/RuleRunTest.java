package io.sextant.strategy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.regime.RegimeName;
import io.sextant.strategy.bar.SmaCross;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Scene.Outlook;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.own.Loaded;
import io.sextant.strategy.testing.Market;
import io.sextant.strategy.testing.Market.Outcome;
import io.sextant.strategy.testing.Walks;
import io.sextant.strategy.testing.Wished;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleRunTest {

    private static StrategyKind rules(String text) {
        return switch (RuleReader.read(text)) {
            case Loaded.Ready ready -> ready.kind();
            case Loaded.Broken broken -> throw new AssertionError(broken.text());
        };
    }

    private static List<String> told(Market market, String text) {
        StrategyKind kind = rules(text);
        return market.wishesOf(kind, Choice.usual(kind)).stream()
                .map(each -> each.bar() + " " + each.share() + " "
                        + each.target().reason().code())
                .toList();
    }

    /** The same cross written as rules; on a walk no mean touches another, which is where the two would differ. */
    @Test
    void aCrossWrittenAsRulesIsTheCrossThatShips() {
        StrategyKind written = rules("""
                name: cross
                parameters:
                  fast: {usual: 5, from: 2, to: 50}
                long:
                  enter: ["sma:$fast crosses above sma:20"]
                short:
                  enter: ["sma:$fast crosses below sma:20"]
                """);
        SmaCross shipped = new SmaCross();
        Market market = Market.ofCloses(Walks.random(9, 2_000));
        List<Wished> wishes = market.wishesOf(shipped, Choice.of(shipped, Map.of("fast", 7.0, "slow", 20.0)));
        assertThat(market.wishesOf(written, Choice.of(written, Map.of("fast", 7.0))))
                .extracting(each -> each.bar() + " " + each.share())
                .isEqualTo(wishes.stream()
                        .map(each -> each.bar() + " " + each.share())
                        .toList())
                .hasSizeGreaterThan(50);
    }

    @Test
    void entersWhenAllHaveComeToHoldAndLeavesWhenOneExitHolds() {
        Market market = Market.ofCloses(new double[] {10, 9, 11, 12, 13, 12, 8, 11});
        assertThat(told(market, """
                name: a
                long:
                  enter: [close > 10.5, close > close 1 bar ago]
                  exit: [close < 9, close > 12.5]
                size: 40%
                """)).containsExactly("2 0.4 rule-long", "4 0.0 rule-exit", "7 0.4 rule-long");
    }

    /** Held against the same logic written out in Java, bar by bar. */
    @Test
    void conditionsBelowOthersHoldAsTheLogicOfThemSays() {
        double[] closes = Walks.random(4, 1_500);
        String text = """
                name: nested
                long:
                  enter:
                    - close > close 1 bar ago
                    - any of:
                        - close > close 5 bars ago
                        - all of:
                            - close < close 3 bars ago
                            - any of: [close > close 2 bars ago, close < close 7 bars ago]
                exits: {bars: 1}
                warm-up: 10
                """;
        List<Integer> entered = Market.ofCloses(closes).wishesOf(rules(text), Choice.usual(rules(text))).stream()
                .filter(each -> each.share() > 0)
                .map(Wished::bar)
                .toList();
        List<Integer> expected = new ArrayList<>();
        boolean before = true;
        int flatFrom = 9;
        for (int i = 8; i < closes.length; i++) {
            double[] c = closes;
            boolean holds =
                    c[i] > c[i - 1] && (c[i] > c[i - 5] || (c[i] < c[i - 3] && (c[i] > c[i - 2] || c[i] < c[i - 7])));
            if (holds && !before && i >= flatFrom) {
                expected.add(i);
                flatFrom = i + 2;
            }
            before = holds;
        }
        assertThat(entered).isEqualTo(expected).hasSizeGreaterThan(100);
    }

    @Test
    void aGroupTellsWhatOfItHeld() {
        Market market = Market.ofCloses(new double[] {10, 9, 11});
        StrategyKind kind = rules("""
                name: a
                long:
                  enter:
                    - any of: [close < 5, close > 10.5]
                exits: {bars: 9}
                """);
        assertThat(market.wishesOf(kind, Choice.usual(kind))
                        .getFirst()
                        .target()
                        .reason()
                        .text())
                .isEqualTo("rule-long close=11.0000");
    }

    @Test
    void stopsTargetsTrailsAndEndsByTime() {
        // Wished at bar 1, filled at the open of bar 2, which is the close of bar 1: 11.
        double[] closes = {10, 11, 11.5, 12, 11.3, 10.7, 10.4, 10, 11, 12};
        String rule = "name: a\nlong:\n  enter: [close >= 11]\nexits: {%s}\n";
        Market market = Market.ofCloses(closes);
        assertThat(told(market, rule.formatted("stop: 5%")))
                .as("10.4 is the first below 10.45; at 8 the rule holds anew")
                .containsExactly("1 1.0 rule-long", "6 0.0 rule-stop", "8 1.0 rule-long");
        assertThat(told(market, rule.formatted("target: 9%")))
                .as("12 is the first above 11.99, and the rule still holds: no new entry before it has not")
                .containsExactly("1 1.0 rule-long", "3 0.0 rule-target", "8 1.0 rule-long", "9 0.0 rule-target");
        assertThat(told(market, rule.formatted("trailing: 5%")))
                .as("11.3 is more than 5 %% below 12")
                .containsExactly("1 1.0 rule-long", "4 0.0 rule-trailing", "8 1.0 rule-long");
        assertThat(told(market, rule.formatted("bars: 3")))
                .as("held at the closes of bars 2, 3 and 4")
                .containsExactly("1 1.0 rule-long", "4 0.0 rule-time", "8 1.0 rule-long");
    }

    @Test
    void turnsFromOneSideToTheOther() {
        Market market = Market.ofCloses(new double[] {10, 12, 12, 8, 8, 12});
        Outcome outcome = outcome(market, """
                name: a
                long: {enter: [close > 11]}
                short: {enter: [close < 9]}
                exits: {stop: 90%}
                """);
        assertThat(outcome.wishes()).extracting(Wished::share).containsExactly(1.0, -1.0, 1.0);
        assertThat(outcome.wishes().getFirst().target().reason().text()).isEqualTo("rule-long close=12.0000");
    }

    private static Outcome outcome(Market market, String text) {
        StrategyKind kind = rules(text);
        return market.outcomeOf(kind, Choice.usual(kind));
    }

    @Test
    void seesRegimesForecastsOfSkillAndFeatures() {
        double[] closes = {10, 10, 10, 10, 10, 10};
        Market market = Market.ofCloses(closes)
                .withRegimes(bar -> bar >= 2 ? RegimeName.RANGE : null)
                .withOutlooks(bar -> new Outlook(0.01, 0, 0, bar >= 3 ? Verdict.SKILL : Verdict.NO_EVIDENCE, "m"))
                .withFeatures(bar -> new double[] {bar == 5 ? 2 : 0.5});
        String feature = FeatureCatalog.all().getFirst().name();
        assertThat(told(
                        market,
                        "name: a\nlong: {enter: [regime is range], exit: [feature:%s > 1]}\n".formatted(feature)))
                .containsExactly("2 1.0 rule-long", "5 0.0 rule-exit");
        assertThat(told(market, "name: a\nlong: {enter: [forecast > 0.001], exit: [close > 11]}\n"))
                .containsExactly("3 1.0 rule-long");
    }

    @Test
    void sizesByWhatItMovedLately() {
        Market market = Market.ofCloses(Walks.autoregressive(4, 1_500, 0, 0, 0.02));
        Outcome outcome = outcome(market, """
                name: a
                long: {enter: [close crosses above sma:10], exit: [close crosses below sma:10]}
                size: {volatility: 10%, bars: 250, most: 0.9}
                """);
        // 0.1 over 0.02 * sqrt(252) is 0.315, the deviation of 250 draws known within 4.5 %; four of those.
        assertThat(outcome.wishes()).hasSizeGreaterThan(100).allSatisfy(each -> {
            if (each.share() != 0) {
                assertThat(each.share()).isCloseTo(0.315, within(0.315 * 4 * 0.045));
            }
        });
    }

    @Test
    void knowsNothingOfWhatIsToCome() {
        StrategyKind kind = rules("""
                name: a
                long: {enter: [rsi:5 crosses above 40, close > close 5 bars ago], exit: [close < sma:9]}
                short: {enter: [close crosses below bbands:20:1.5.lower], exit: [macd:4:9:3.signal > 0]}
                exits: {stop: 3%, trailing: 4%, bars: 20}
                """);
        Market market = Market.ofCloses(Walks.random(21, 900));
        List<Wished> all = market.wishesOf(kind, Choice.usual(kind));
        assertThat(all).hasSizeGreaterThan(30);
        for (int cut = 1; cut < 900; cut += 37) {
            int end = cut;
            assertThat(market.part(0, cut).wishesOf(kind, Choice.usual(kind)))
                    .isEqualTo(all.stream().filter(each -> each.bar() < end).toList());
        }
    }
}
