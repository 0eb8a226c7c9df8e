package io.sextant.engine.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetProblem;
import io.sextant.domain.fleet.FleetWatch;
import io.sextant.domain.fleet.Pieces;
import io.sextant.domain.fleet.Work;
import io.sextant.domain.fleet.WorkKind;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.BacktestOutcome;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.sweep.FleetSweep;
import io.sextant.engine.sweep.LocalSweep;
import io.sextant.engine.sweep.SweepRunner;
import io.sextant.engine.sweep.SweepWatch;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.StrategyFile;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.own.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A strategy of one's own that throws in one set, on a worker that opens a work once for all its pieces. */
class FailedPieceTest {

    private static final BacktestTerms TERMS = new BacktestTerms(10_000, 0.0005, true);
    private static final List<PricedBars> BARS = List.of(FleetTest.bars("A", 7, 60));

    @TempDir
    Path folder;

    /** As a worker of a cluster: the work stays open from one run to the next, for whoever asks for the same. */
    private static final class Worker implements Fleet {

        private final List<Came> last = new ArrayList<>();
        private Pieces opened;

        @Override
        public List<double[]> run(Work work, List<byte[]> pieces, FleetWatch watch) {
            if (opened == null) {
                opened = WorkKind.open(work);
            }
            last.clear();
            pieces.forEach(piece -> last.add(Came.of(opened, piece)));
            List<double[]> done = last.stream().map(Came::get).toList();
            done.forEach(came -> watch.done(done.indexOf(came), came));
            return done;
        }

        @Override
        public void close() {}
    }

    private StrategyKind throwsAtSeven() throws IOException {
        Path file = Files.writeString(folder.resolve("Fussy.java"), """
                import io.sextant.strategy.kind.*;
                import java.util.List;

                public final class Fussy implements StrategyKind {
                    @Override public String name() { return "fussy"; }
                    @Override public List<Parameter> parameters() { return List.of(Parameter.bars("of", 1, 10, 3)); }
                    @Override public Needs needs(Choice choice) { return Needs.bars(1); }
                    @Override public StrategyRun begin(Choice choice) {
                        int of = choice.whole("of");
                        return (scene, wishes) -> {
                            if (of == 7 && scene.bars(0) > 20) {
                                throw new IllegalStateException("not at seven");
                            }
                            wishes.hold(Target.strong(0, scene.bars(0) % of == 0 ? 1 : 0, Reason.of("turn")));
                        };
                    }
                }
                """);
        return switch (StrategyFile.load(file.toString())) {
            case Loaded.Ready ready -> ready.kind();
            case Loaded.Broken broken -> throw new AssertionError(broken.text());
        };
    }

    @Test
    void aSetThatThrowsIsRefusedAndThoseAfterItComeToWhatTheyWouldHave() throws IOException {
        StrategyKind kind = throwsAtSeven();
        LocalSweep local = new LocalSweep("fussy", kind, BARS, TERMS, 1);
        List<Choice> sound = List.of(of(kind, 2), of(kind, 3));
        List<BacktestOutcome> alone = local.run(local.job(sound), SweepWatch.NONE);
        Worker worker = new Worker();
        SweepRunner runner = new FleetSweep(worker, parcel(), BARS, local.job(List.of()));

        List<Choice> mixed = List.of(of(kind, 2), of(kind, 7), of(kind, 3), of(kind, 7));
        assertThatThrownBy(() -> runner.run(local.job(mixed), SweepWatch.NONE))
                .isInstanceOf(FleetProblem.class)
                .hasMessageContaining("fussy failed and was stopped")
                .hasMessageContaining("not at seven");
        assertThat(worker.last)
                .extracting(Came::getClass)
                .isEqualTo(List.of(Came.Numbers.class, Came.Failed.class, Came.Numbers.class, Came.Failed.class));

        assertThat(runner.run(local.job(sound), SweepWatch.NONE)).isEqualTo(alone);
    }

    @Test
    void whatAPieceBesideItBrokeIsNotHeldAgainstAPiece() throws IOException {
        Choice bad = of(throwsAtSeven(), 7);
        List<StrategyKind> loaded = new ArrayList<>();
        Pieces pieces = new StrategyPieces(parcel(), kind -> {
            loaded.add(kind);
            return piece -> {
                if (loaded.size() == 1) {
                    // Meanwhile another thread runs the set that throws on the strategy that both were given.
                    LocalSweep other = new LocalSweep("fussy", kind, BARS, TERMS, 1);
                    other.run(other.job(List.of(bad)), SweepWatch.NONE);
                }
                return new double[] {loaded.indexOf(kind)};
            };
        });
        assertThat(pieces.run(new byte[0])).containsExactly(1);
        assertThat(pieces.run(new byte[0])).as("kept, as it is sound").containsExactly(1);
        assertThat(loaded).hasSize(2);
    }

    @Test
    void whatShipsIsOpenedOnce() {
        List<StrategyKind> opened = new ArrayList<>();
        Pieces pieces = new StrategyPieces(StrategyParcel.of("sma-cross"), kind -> {
            opened.add(kind);
            return piece -> new double[] {piece.length};
        });
        assertThat(pieces.run(new byte[3])).containsExactly(3);
        assertThat(pieces.run(new byte[5])).containsExactly(5);
        assertThat(opened).containsExactly(StrategyCatalog.get("sma-cross"));
    }

    private StrategyParcel parcel() {
        return StrategyParcel.of(folder.resolve("Fussy.java").toString());
    }

    private static Choice of(StrategyKind kind, int every) {
        return Choice.of(kind, Map.of("of", (double) every));
    }
}
