package io.sextant.app.cli;

import io.sextant.portfolio.optimise.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which method, and what it needs to be told. */
final class MethodOptions {

    private static final String NAMES =
            "min-volatility, max-sharpe, target-return, target-volatility, max-utility, min-cvar, min-cdar,"
                    + " risk-parity, max-diversification, hrp, herc, nco, equal-weight, inverse-volatility, kelly, robust, resampled,"
                    + " black-litterman";

    @Option(
            names = "--method",
            required = true,
            paramLabel = "NAME",
            description = NAMES + " (max-sharpe with the means and the covariance that the views lead to).")
    String name = "";

    @Option(
            names = "--target",
            paramLabel = "RATE",
            description = "Return or volatility of a year, of target-return and target-volatility.")
    @Nullable Double target;

    @Option(
            names = "--risk-aversion",
            paramLabel = "D",
            description = "Of max-utility and robust: return less D/2 times variance; 2.5 if not given.")
    double riskAversion = 2.5;

    @Option(
            names = "--budgets",
            split = ",",
            paramLabel = "A=1,B=2",
            description =
                    "Shares of the risk that each asset shall bear, for risk-parity; the same for all if not given.")
    Map<String, Double> budgets = new LinkedHashMap<>();

    @Option(
            names = "--hrp-distance",
            paramLabel = "KIND",
            description =
                    "paper: Euclidean distances between the columns of distances, as Lopez de Prado; direct: the distances"
                            + " themselves, as PyPortfolioOpt; paper if not given.")
    String hrpDistance = "paper";

    @Option(
            names = "--radius",
            paramLabel = "K",
            description = "Of robust: how many standard errors the means may be wrong together; 1 if not given.")
    double radius = 1;

    @Option(names = "--draws", paramLabel = "N", description = "Histories of resampled; 200 if not given.")
    int draws = 200;

    @Option(names = "--seed", paramLabel = "S", description = "What decides the draws; 1 if not given.")
    long seed = 1;

    Method of(boolean views, Function<String, CommandLine.ParameterException> notUnderstood) {
        return switch (name) {
            case "min-volatility" -> new Method.MinVolatility();
            case "max-sharpe" -> new Method.MaxSharpe();
            case "target-return" -> new Method.TargetReturn(target(notUnderstood));
            case "target-volatility", "target-risk" -> new Method.TargetVolatility(target(notUnderstood));
            case "max-utility" -> new Method.MaxUtility(riskAversion);
            case "min-cvar" -> new Method.MinCvar();
            case "min-cdar" -> new Method.MinCdar();
            case "risk-parity" -> new Method.RiskParity(budgets);
            case "max-diversification" -> new Method.MaxDiversification();
            case "hrp" -> new Method.Hrp(isDirect(notUnderstood));
            case "herc" -> new Method.Herc();
            case "nco" -> new Method.Nco();
            case "equal-weight" -> new Method.EqualWeight();
            case "inverse-volatility" -> new Method.InverseVolatility();
            case "kelly" -> new Method.Kelly();
            case "robust" -> new Method.Robust(radius, riskAversion);
            case "resampled" -> new Method.Resampled(draws, seed);
            case "black-litterman" -> {
                if (!views) {
                    throw notUnderstood.apply("black-litterman needs --views, a file of what you believe");
                }
                yield new Method.MaxSharpe();
            }
            default -> throw notUnderstood.apply("--method is one of " + NAMES + ", not " + name);
        };
    }

    private double target(Function<String, CommandLine.ParameterException> notUnderstood) {
        Double wished = target;
        if (wished == null || !Double.isFinite(wished)) {
            throw notUnderstood.apply(name + " needs --target, a rate of a year like 0.1");
        }
        return wished;
    }

    private boolean isDirect(Function<String, CommandLine.ParameterException> notUnderstood) {
        return switch (hrpDistance) {
            case "paper" -> false;
            case "direct" -> true;
            default -> throw notUnderstood.apply("--hrp-distance is paper or direct, not " + hrpDistance);
        };
    }
}
