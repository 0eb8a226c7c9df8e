package io.sextant.engine;

import io.sextant.portfolio.PortfolioRefusal;
import io.sextant.portfolio.optimise.Limits;
import io.sextant.portfolio.optimise.Market;
import io.sextant.portfolio.optimise.Method;
import io.sextant.portfolio.optimise.Optimiser;
import io.sextant.risk.measure.Moments;
import io.sextant.risk.whatif.Change;
import io.sextant.risk.whatif.Sandbox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Weights that a method asks for in a sandbox as it is by then: its changed deviations and correlations, its past means. Long only. */
public final class SandboxMix {

    private SandboxMix() {}

    /**
     * The changes that lead there, of these tickers and no others.
     *
     * @throws PortfolioRefusal where the method has no weights
     */
    public static List<Change> of(Method method, Sandbox sandbox, List<String> tickers) {
        int[] places = tickers.stream().mapToInt(sandbox.tickers()::indexOf).toArray();
        double[][] columns = sandbox.past().columns();
        double[][] covariance = sandbox.covariance();
        double[] means = Arrays.stream(places)
                .mapToDouble(place -> Moments.of(columns[place]).mean())
                .toArray();
        double[][] rows = new double[sandbox.past().periods()][];
        Arrays.setAll(
                rows,
                t -> Arrays.stream(places)
                        .mapToDouble(place -> columns[place][t])
                        .toArray());
        double[][] among = new double[places.length][];
        Arrays.setAll(
                among,
                i -> Arrays.stream(places)
                        .mapToDouble(place -> covariance[places[i]][place])
                        .toArray());
        double[] weights = Optimiser.solve(
                        Market.of(tickers, means, among, rows, 1, 0), Limits.longOnly(places.length), method)
                .weights();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            changes.add(new Change.Weight(tickers.get(i), weights[i]));
        }
        return changes;
    }
}
