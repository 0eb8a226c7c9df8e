package io.sextant.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.regime.RegimeName;
import io.sextant.strategy.group.BuyAndHold;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.Scene.Outlook;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.testing.Market;
import io.sextant.strategy.testing.Market.Outcome;
import io.sextant.strategy.testing.Walks;
import io.sextant.strategy.testing.Wished;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** What holds of every strategy that comes with the workstation. */
class StrategyCatalogTest {

    private static final int BARS = 700;

    /** Short enough for a test's market to get past the warm-up; the names are those of any kind's parameters. */
    private static final Map<String, Double> SHORT = Map.ofEntries(
            Map.entry("fast", 3.0),
            Map.entry("slow", 12.0),
            Map.entry("entry", 10.0),
            Map.entry("exit", 5.0),
            Map.entry("lookback", 30.0),
            Map.entry("skip", 3.0),
            Map.entry("volatility-bars", 20.0),
            Map.entry("window", 60.0),
            Map.entry("memory", 12.0),
            Map.entry("review-days", 7.0),
            Map.entry("alpha", 0.3),
            Map.entry("deviations", 1.0),
            Map.entry("low", 40.0));

    @Provide
    Arbitrary<StrategyKind> kinds() {
        return Arbitraries.of(StrategyCatalog.all());
    }

    private static Choice shortened(StrategyKind kind) {
        Map<String, Double> given = new HashMap<>();
        for (Parameter each : kind.parameters()) {
            if (SHORT.containsKey(each.name())) {
                given.put(each.name(), SHORT.get(each.name()));
            }
        }
        return Choice.of(kind, given);
    }

    /** Some of the instruments are tied to the first, and all see forecasts and regimes that change. */
    private static Market market(StrategyKind kind, Choice choice, long seed) {
        Needs needs = kind.needs(choice);
        int count = Math.min(needs.mostInstruments(), Math.max(4, needs.fewestInstruments()));
        double[][] closes = new double[count][];
        for (int k = 0; k < count; k++) {
            closes[k] = k % 2 == 1
                    ? Walks.tiedTo(closes[k - 1], 0.8, Walks.returning(seed + k, BARS, 0.9, 0.01))
                    : Walks.random(seed + k, BARS);
        }
        return Market.ofCloses(closes)
                .withRegimes(bar -> List.of(RegimeName.values()).get(Math.floorMod(bar / 40 + seed, 5)))
                .withOutlooks(bar -> new Outlook(
                        0.01 * Math.sin(bar * 0.37 + seed % 1_000),
                        -0.005,
                        0.005,
                        bar % 50 < 40 ? Verdict.SKILL : Verdict.NO_EVIDENCE,
                        "test"));
    }

    @Property(tries = 120, shrinking = ShrinkingMode.OFF)
    void knowsNothingOfWhatIsToCome(@ForAll("kinds") StrategyKind kind, @ForAll long seed) {
        Choice choice = shortened(kind);
        Market market = market(kind, choice, seed);
        int cut = 1 + new Random(seed).nextInt(BARS - 1);
        List<Wished> all = market.wishesOf(kind, choice);
        assertThat(market.part(0, cut).wishesOf(kind, choice))
                .isEqualTo(all.stream().filter(each -> each.bar() < cut).toList());
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void wishesTheSameWhereverItRuns(@ForAll("kinds") StrategyKind kind, @ForAll long seed) {
        Choice choice = shortened(kind);
        Market market = market(kind, choice, seed);
        assertThat(market.wishesOf(kind, choice)).isEqualTo(market.wishesOf(kind, choice));
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void isSilentInItsWarmUp(@ForAll("kinds") StrategyKind kind, @ForAll long seed) {
        Choice choice = shortened(kind);
        int warmUp = kind.needs(choice).warmUpBars();
        assertThat(market(kind, choice, seed).wishesOf(kind, choice))
                .isNotEmpty()
                .allMatch(each -> each.bar() + 1 >= warmUp);
    }

    /**
     * A run that began later holds nothing of what an earlier one took before; from the first bar on at which both wish the same of all instruments, both
     * want the same of them for good. Of one alone they may agree by chance, while they hold other pairs. What remains of the beginning in exponential means is a millionth by then, and a thousandth of a share
     * is far above what that makes of a hedge ratio.
     */
    @Property(tries = 160, shrinking = ShrinkingMode.OFF)
    void moreHistoryChangesNothingAfterTheWarmUp(@ForAll("kinds") StrategyKind kind, @ForAll long seed) {
        barsAgreed(kind, seed);
    }

    @Test
    void runsThatBeganAtOtherTimesDoMeet() {
        for (StrategyKind kind : StrategyCatalog.all()) {
            if (!(kind instanceof BuyAndHold)) {
                assertThat(barsAgreed(kind, 3)).as(kind.name()).isPositive();
            }
        }
    }

    private static int barsAgreed(StrategyKind kind, long seed) {
        Choice choice = shortened(kind);
        Market market = market(kind, choice, seed);
        int later = 1 + new Random(seed).nextInt(200);
        Outcome longer = market.outcomeOf(kind, choice);
        Outcome shorter = market.part(later, BARS).outcomeOf(kind, choice);
        int bars = 0;
        boolean agreed = false;
        for (int bar = 0; bar < BARS - later; bar++) {
            boolean agree = true;
            boolean spoke = true;
            for (int k = 0; k < market.instruments(); k++) {
                agree &= Math.abs(longer.shares(k)[bar + later] - shorter.shares(k)[bar]) < 1e-3;
                spoke &= longer.spokeAt(k, bar + later) && shorter.spokeAt(k, bar);
            }
            agreed |= agree && spoke;
            bars += agreed ? 1 : 0;
            assertThat(!agreed || agree)
                    .as("%s at bar %d, begun %d later", kind.name(), bar, later)
                    .isTrue();
        }
        return bars;
    }

    @Test
    void eachHasANameOfItsOwnAndParametersThatItCanBeSetBy() {
        Set<String> names = new HashSet<>();
        for (StrategyKind kind : StrategyCatalog.all()) {
            assertThat(names.add(kind.name())).as(kind.name()).isTrue();
            assertThat(kind.name()).matches("[a-z]+(-[a-z]+)*");
            assertThat(StrategyCatalog.find(kind.name())).containsSame(kind);
            assertThat(kind.needs(Choice.usual(kind)).warmUpBars()).isPositive();
            for (Parameter each : kind.parameters()) {
                assertThat(each.name()).matches("[a-z]+(-[a-z]+)*");
                assertThatThrownBy(() -> Choice.of(kind, Map.of(each.name(), each.highest() + 1)))
                        .hasMessageContaining(each.name());
            }
        }
    }

    @Test
    void refusesANameThatIsNotThere() {
        assertThatThrownBy(() -> StrategyCatalog.get("oracle")).hasMessageContaining("'oracle'; there is buy-and-hold");
    }
}
