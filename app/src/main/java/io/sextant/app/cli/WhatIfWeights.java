package io.sextant.app.cli;

import io.sextant.marketdata.file.FileProblem;
import io.sextant.portfolio.PortfolioRefusal;
import io.sextant.portfolio.optimise.Limits;
import io.sextant.portfolio.optimise.Market;
import io.sextant.portfolio.optimise.Method;
import io.sextant.portfolio.optimise.Optimiser;
import io.sextant.risk.measure.Moments;
import io.sextant.risk.whatif.Change;
import io.sextant.risk.whatif.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Weights that a method asks for in a sandbox as it is by then: its changed deviations and correlations, its past means. Long only. */
final class WhatIfWeights {

    private WhatIfWeights() {}

    static List<Change> of(String method, Sandbox sandbox, Path file) {
        Method wanted = switch (method) {
            case "min-volatility" -> new Method.MinVolatility();
            case "max-sharpe" -> new Method.MaxSharpe();
            case "max-diversification" -> new Method.MaxDiversification();
            case "risk-parity" -> new Method.RiskParity(Map.of());
            case "inverse-volatility" -> new Method.InverseVolatility();
            case "equal-weight" -> new Method.EqualWeight();
            case "hrp" -> new Method.Hrp(false);
            default ->
                throw new FileProblem("In " + file + " \"optimise\" names one of min-volatility, max-sharpe,"
                        + " max-diversification, risk-parity, inverse-volatility, equal-weight, hrp.");
        };
        double[][] columns = sandbox.past().columns();
        double[] means = Arrays.stream(columns)
                .mapToDouble(column -> Moments.of(column).mean())
                .toArray();
        double[][] rows = new double[sandbox.past().periods()][columns.length];
        for (int t = 0; t < rows.length; t++) {
            for (int i = 0; i < columns.length; i++) {
                rows[t][i] = columns[i][t];
            }
        }
        try {
            double[] weights = Optimiser.solve(
                            Market.of(sandbox.tickers(), means, sandbox.covariance(), rows, 1, 0),
                            Limits.longOnly(columns.length),
                            wanted)
                    .weights();
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < weights.length; i++) {
                changes.add(new Change.Weight(sandbox.tickers().get(i), weights[i]));
            }
            return changes;
        } catch (PortfolioRefusal refusal) {
            throw new RefusedByRule(String.valueOf(refusal.getMessage()));
        }
    }
}
