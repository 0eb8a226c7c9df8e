package io.sextant.ui.testing;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.portfolio.OptimiserBoard;
import io.sextant.domain.portfolio.OptimiserBoard.Computed;
import io.sextant.domain.portfolio.OptimiserBoard.Corner;
import io.sextant.domain.portfolio.OptimiserBoard.Holding;
import io.sextant.domain.portfolio.OptimiserBoard.Kind;
import io.sextant.domain.portfolio.OptimiserBoard.Named;
import io.sextant.domain.portfolio.OptimiserBoard.Past;
import io.sextant.domain.portfolio.OptimiserWish;
import io.sextant.domain.portfolio.TaxLot;
import io.sextant.domain.request.DeskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two instruments with a frontier of one piece, so that a test can tell every figure by hand. */
public final class FakeWeights {

    private final List<OptimiserWish> asked = new ArrayList<>();
    private Optional<OptimiserBoard> fixed = Optional.empty();

    /** From now on this is the answer, whatever is wished for. */
    public synchronized void answer(OptimiserBoard board) {
        fixed = Optional.of(board);
    }

    public synchronized List<OptimiserWish> asked() {
        return List.copyOf(asked);
    }

    synchronized OptimiserBoard answer(OptimiserWish wish, DeskState desk) {
        asked.add(wish);
        return fixed.orElseGet(() -> board(wish, desk));
    }

    private static Computed board(OptimiserWish wish, DeskState desk) {
        List<InstrumentId> names = List.of(FakeInstruments.HALO, FakeInstruments.NIMB);
        double[] expected = {0.05, 0.15};
        double[][] covariance = {{0.01, 0.005}, {0.005, 0.04}};
        long[] bars = new long[100];
        for (int i = 0; i < bars.length; i++) {
            bars[i] = desk.marketNanos() - (bars.length - i) * 86_400_000_000_000L;
        }
        Computed bare = new Computed(
                wish,
                desk.marketNanos(),
                names,
                expected,
                covariance,
                new int[] {0, 1},
                List.of(),
                List.of(),
                Optional.empty(),
                desk.account().equity().currency(),
                10_000,
                List.of(
                        new Holding(10, 100, 0.1, 80, List.of(new TaxLot(6, 70), new TaxLot(4, 95))),
                        new Holding(0, 30, 0.03, Double.NaN, List.of())),
                bars,
                365.25);
        List<Corner> corners = new ArrayList<>();
        for (double second : new double[] {0.125, 1}) {
            double[] weights = {1 - second, second};
            OptimiserBoard.Figures figures = bare.figures(weights);
            corners.add(new Corner(weights, figures.expectedReturn(), figures.volatility()));
        }
        return new Computed(
                wish,
                bare.marketNanos(),
                names,
                expected,
                covariance,
                bare.clusterOrder(),
                corners,
                List.of(
                        named(bare, Kind.CHOSEN, 0.4, 0.6),
                        named(bare, Kind.EQUAL, 0.5, 0.5),
                        named(bare, Kind.CURRENT, 0.1, 0)),
                Optional.empty(),
                bare.currency(),
                bare.investable(),
                bare.holdings(),
                bars,
                bare.barsOfAYear());
    }

    private static Named named(Computed bare, Kind kind, double first, double second) {
        double[] weights = {first, second};
        double[] worth = new double[bare.barNanos().length + 1];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = 1 + 0.001 * i * (first + 2 * second);
        }
        return new Named(kind, weights, bare.figures(weights), new Past(worth, 0.1 * first + 0.2 * second, 0.15, 0.07));
    }
}
