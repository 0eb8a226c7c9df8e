package io.sextant.app.cli;

import io.sextant.engine.SandboxMix;
import io.sextant.marketdata.file.FileProblem;
import io.sextant.portfolio.PortfolioRefusal;
import io.sextant.portfolio.optimise.Method;
import io.sextant.risk.whatif.Change;
import io.sextant.risk.whatif.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The methods by the names that a file gives them. */
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
        try {
            return SandboxMix.of(wanted, sandbox, sandbox.tickers());
        } catch (PortfolioRefusal refusal) {
            throw new RefusedByRule(String.valueOf(refusal.getMessage()));
        }
    }
}
