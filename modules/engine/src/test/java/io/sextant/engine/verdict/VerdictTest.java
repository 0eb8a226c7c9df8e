package io.sextant.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sextant.domain.market.BarSeries;
import io.sextant.engine.verdict.Verdict.Word;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final ExaminationTerms QUICK =
            ExaminationTerms.usual(1, 2).withWorlds(19).withBootstraps(99);
    private static final Grid GRID = Grid.parse("fast=3:9:3,slow=12:24:6");

    private static Verdict bestOfGrid(BarSeries bars) {
        return Examination.ofBest(
                Worlds.smaCross(0.0005),
                TestedBars.of(bars),
                GRID,
                Worlds.choices(GRID),
                QUICK,
                TrialLedger.inMemory());
    }

    private static List<String> codes(Verdict verdict) {
        return verdict.findings().stream().map(Finding::code).toList();
    }

    @Test
    void aPlantedEdgeHoldsUp() {
        Verdict verdict = bestOfGrid(Worlds.trends(1_300, 2, 0.5, 20));
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.word()).isEqualTo(Word.HOLDS_UP);
        assertThat(verdict.sentence()).startsWith("Holds up:").contains("no promise");
        assertThat(verdict.evidence().deflated().probability()).isGreaterThan(0.99);
        assertThat(verdict.evidence().monteCarlo().luckyShare()).isEqualTo(1 / 20.0);
    }

    /** The best of nine on this random walk made 84 %, and would pass alone at 95 %. */
    @Test
    void theBestOfManyOnARandomWalkIsLuck() {
        BarSeries bars = Worlds.noise(1_200, 33);
        Verdict verdict = bestOfGrid(bars);
        Evidence evidence = verdict.evidence();
        assertThat(evidence.sharpe().probabilityAbove(0)).isGreaterThan(0.95);
        assertThat(evidence.earned().returnShare()).isGreaterThan(0.5);
        assertThat(verdict.word()).isEqualTo(Word.LUCK);
        assertThat(codes(verdict)).contains("deflated-sharpe", "superior-ability");
        assertThat(verdict.sentence())
                .startsWith("Indistinguishable from luck because the best of the 9 examined on these bars would show");
    }

    @Test
    void whatIsNeverTheSameIsNotRepeatable() {
        AtomicInteger runs = new AtomicInteger();
        Candidate turning = new Peeking("turning", 1, bars -> {
            int run = runs.incrementAndGet();
            return IntStream.range(0, bars.size())
                    .mapToDouble(i -> (i + run) % 3 - 1)
                    .toArray();
        });
        Verdict verdict = Examination.of(
                turning, TestedBars.of(Worlds.noise(300, 3)), Peeking.NONE, QUICK, TrialLedger.inMemory());
        assertThat(verdict.word()).isEqualTo(Word.NOT_REPEATABLE);
        assertThat(verdict.sentence()).startsWith("Not repeatable because over the same bars");
        assertThat(codes(verdict)).doesNotContain("peeks");
    }

    /** It knows one close ahead and earns on every bar; no statistic can tell that from skill. */
    @Test
    void whatPeeksIsCaughtHoweverWellItDoes() {
        Candidate peeking = new Peeking(
                "tomorrow",
                1,
                bars -> IntStream.range(0, bars.size())
                        .mapToDouble(i -> bars.close()[Math.min(i + 1, bars.size() - 1)] > bars.close()[i] ? 1 : -1)
                        .toArray());
        Verdict verdict = Examination.of(
                peeking, TestedBars.of(Worlds.noise(600, 3)), Peeking.NONE, QUICK, TrialLedger.inMemory());
        assertThat(verdict.evidence().deflated().probability()).isGreaterThan(0.999);
        assertThat(verdict.evidence().monteCarlo().startsPositive()).isEqualTo(1);
        assertThat(verdict.word()).isEqualTo(Word.LOOKS_AHEAD);
        assertThat(verdict.sentence()).startsWith("Looks into the future because its signal at the end of bar ");
    }

    /** A market that rises pays whoever is in it; that is neither luck nor skill. */
    @Test
    void whatOnlyRidesTheMarketIsFragile() {
        BarSeries up = Worlds.trends(1_500, 8, 0.08, 1e9);
        Candidate holding = new Peeking("hold", 1, bars -> {
            double[] signals = new double[bars.size()];
            Arrays.fill(signals, 1);
            return signals;
        });
        Verdict verdict = Examination.of(holding, TestedBars.of(up), Peeking.NONE, QUICK, TrialLedger.inMemory());
        assertThat(verdict.word()).isEqualTo(Word.FRAGILE);
        assertThat(codes(verdict)).contains("timing", "few-trades");
        assertThat(verdict.evidence().aboveHolding().consistent()).isGreaterThan(0.05);
    }

    @Test
    void everythingThatWasTriedBeforeCounts() {
        BarSeries series = Worlds.trends(1_000, 4, 0.16, 50);
        TestedBars bars = TestedBars.of(series);
        TrialLedger ledger = TrialLedger.inMemory();
        Candidate candidate = Worlds.smaCross(0);
        Verdict alone = Examination.of(candidate, bars, Worlds.sma(8, 40), QUICK, ledger);
        assertThat(alone.evidence().count().onData()).isEqualTo(1);
        Examination.ofBest(candidate, bars, GRID, Worlds.choices(GRID), QUICK, ledger);
        // Some bars more or less are no other data, and the same values are no other trial.
        Verdict again =
                Examination.of(candidate, TestedBars.of(series.copyOfRange(20, 990)), Worlds.sma(8, 40), QUICK, ledger);
        assertThat(again.evidence().count().onData()).isEqualTo(10);
        assertThat(again.evidence().deflated().probability())
                .isLessThan(alone.evidence().deflated().probability());
        assertThat(Examination.of(candidate, TestedBars.of(Worlds.noise(1_000, 5)), Worlds.sma(8, 40), QUICK, ledger)
                        .evidence()
                        .count()
                        .onData())
                .isEqualTo(1);
    }

    /** Every figure is the same for any number of threads. */
    @Test
    void threadsChangeNothing() {
        TestedBars bars = TestedBars.of(Worlds.trends(400, 6, 0.2, 50));
        Verdict one = Examination.ofBest(
                Worlds.smaCross(0.001),
                bars,
                GRID,
                Worlds.choices(GRID),
                ExaminationTerms.usual(3, 1).withWorlds(19),
                TrialLedger.inMemory());
        Verdict three = Examination.ofBest(
                Worlds.smaCross(0.001),
                bars,
                GRID,
                Worlds.choices(GRID),
                ExaminationTerms.usual(3, 3).withWorlds(19),
                TrialLedger.inMemory());
        assertThat(three.findings()).isEqualTo(one.findings());
        assertThat(three.evidence()).usingRecursiveComparison().isEqualTo(one.evidence());
    }

    /**
     * Of markets without an edge hardly any holds up: each of two tests lets one in twenty pass, so a tenth is far above what both do. Of
     * markets with an edge of this size most do.
     */
    @Test
    void overManyMarketsNoiseDoesNotHoldUpAndEdgesDo() {
        int markets = Math.max(5, Integer.getInteger("sextant.walks", 100) / 20);
        int noise = 0;
        int edges = 0;
        for (int seed = 0; seed < markets; seed++) {
            noise += bestOfGrid(Worlds.noise(400, 1_000 + seed)).word() == Word.HOLDS_UP ? 1 : 0;
            Verdict edge = bestOfGrid(Worlds.trends(1_000, 2_000 + seed, 0.5, 20));
            edges += edge.word() == Word.HOLDS_UP ? 1 : 0;
            assertThat(edge.word()).isNotEqualTo(Word.LOOKS_AHEAD);
        }
        assertThat(noise).isLessThanOrEqualTo(markets / 10);
        assertThat(edges).isGreaterThanOrEqualTo(markets * 2 / 3);
    }

    @Test
    void refusesWhatIsTooShort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Examination.of(
                        Worlds.smaCross(0),
                        TestedBars.of(Worlds.noise(50, 1)),
                        Worlds.sma(3, 8),
                        QUICK,
                        TrialLedger.inMemory()))
                .withMessageContaining("50 bars");
    }
}
