package io.sextant.app.cli;

import io.sextant.portfolio.PortfolioRefusal;
import io.sextant.portfolio.estimate.BlackLitterman;
import io.sextant.portfolio.estimate.Covariance;
import io.sextant.portfolio.estimate.Covariances;
import io.sextant.portfolio.estimate.MeanKind;
import io.sextant.portfolio.estimate.Means;
import io.sextant.portfolio.estimate.ReturnPanel;
import io.sextant.portfolio.optimise.Figures;
import io.sextant.portfolio.optimise.Limits;
import io.sextant.portfolio.optimise.Market;
import io.sextant.portfolio.optimise.Optimiser;
import io.sextant.portfolio.optimise.Solution;
import io.sextant.portfolio.rebalance.RebalancePlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How much of each asset, by a method, from a table of prices. */
@Command(
        name = "optimise",
        mixinStandardHelpOptions = true,
        description = {
            "Weights of a portfolio by a method, from a table with a column of prices for each asset.",
            "Returns are simple, means and covariances are of a year, all of the money is invested."
        },
        footer = {
            "",
            "A file of views: {\"riskAversion\": 2.5, \"tau\": 0.05, \"market\": {\"A\": 900, \"B\": 100},",
            "  \"views\": [{\"asset\": \"A\", \"return\": 0.08, \"confidence\": 0.5},",
            "            {\"weights\": {\"A\": 1, \"B\": -1}, \"return\": 0.02, \"confidence\": 0.7}]}",
            "market is what each asset is worth in all hands, in any unit (the same for all if not given); return is of a year;",
            "confidence lies above 0 and at most at 1: a half is He and Litterman's own uncertainty, 1 is certainty.",
            "A file of limits: {\"bounds\": {\"A\": [0, 0.3]}, \"groups\": [{\"name\": \"tech\", \"assets\": [\"A\", \"B\"], \"min\": 0, \"max\": 0.5}],",
            "  \"tags\": {\"A\": [\"coal\"]}, \"exclude\": [\"coal\", \"B\"], \"current\": {\"A\": 0.5}, \"turnover\": 0.2, \"costs\": 0.001,",
            "  \"gross\": 1.5, \"held\": 10}; turnover counts purchases and sales, costs are a share of what is traded.",
            "A file of holdings: {\"cash\": 1000, \"unit\": 1, \"band\": 0.05, \"costs\": 0.001, \"costPerOrder\": 1, \"tax\": 0.25,",
            "  \"taxLots\": \"fifo\", \"sells\": true, \"years\": 1, \"positions\": {\"A\": {\"quantity\": 10,",
            "  \"lots\": [{\"quantity\": 10, \"price\": 90}]}}}; with years a plan that costs more than it brings is not made.",
            "A file of forecasts: {\"A\": {\"return\": 0.1, \"skill\": 0.2}}; without skill nothing is tilted."
        })
final class OptimiseCommand implements Callable<Integer> {

    @Spec
    @Nullable CommandSpec spec;

    @Option(
            names = "--prices",
            required = true,
            paramLabel = "WIDE.csv",
            description = "A table: a column of dates, then one of prices for each asset; plain, gz or zip.")
    Path prices = Path.of("");

    @Mixin
    MethodOptions method = new MethodOptions();

    @Mixin
    LimitOptions limits = new LimitOptions();

    @Option(names = "--risk-free", paramLabel = "RATE", description = "Of a year; 0 if not given.")
    double riskFree;

    @Option(names = "--periods", paramLabel = "N", description = "How many rows make a year; 252 if not given.")
    double periods = 252;

    @Option(
            names = "--mean",
            paramLabel = "KIND",
            description =
                    "Expected returns: arithmetic (mean of a period times periods), compound, james-stein, capm (beta to"
                            + " the mean of all assets); arithmetic if not given.")
    String mean = MeanKind.ARITHMETIC.word();

    @Option(
            names = "--covariance",
            paramLabel = "KIND",
            description = "sample (with n - 1), ewma, ledoit-wolf, oas, denoised, factor; sample if not given.")
    String covariance = Covariance.SAMPLE.word();

    @Option(
            names = "--half-life",
            paramLabel = "N",
            description = "Rows until a return counts half, for ewma; 63 if not given.")
    double halfLife = 63;

    @Option(names = "--sample", paramLabel = "last:N", description = "Only the newest N returns.")
    @Nullable String sample;

    @Option(
            names = "--views",
            paramLabel = "V.json",
            description = "What you believe: means and covariance become Black and Litterman's (see below).")
    @Nullable Path views;

    @Option(
            names = "--forecasts",
            paramLabel = "F.json",
            description = "Forecasts that tilt the means as far as each has shown skill (see below).")
    @Nullable Path forecasts;

    @Option(
            names = "--holdings",
            paramLabel = "H.json",
            description =
                    "What is held: the orders that lead from there to the weights are listed, and none is sent (see below).")
    @Nullable Path holdings;

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    /** What the figures are computed of, and the prior of the views where there are any. */
    private record Asked(Market market, double @Nullable [] prior, List<String> notes) {}

    @Override
    public Integer call() {
        if (!(periods > 0) || Double.isInfinite(periods)) {
            throw notUnderstood("--periods is above zero, not " + periods);
        }
        if (!Double.isFinite(riskFree)) {
            throw notUnderstood("--risk-free is a rate like 0.02, not " + riskFree);
        }
        try {
            PortfolioPrices read = PortfolioPrices.read(prices);
            Asked asked = asked(read);
            Market market = asked.market();
            Limits within = limits.of(market.names(), this::notUnderstood);
            Solution solution = Optimiser.solve(market, within, method.of(views != null, this::notUnderstood));
            Figures figures = Figures.net(market, within, solution.weights());
            List<String> notes = new ArrayList<>(asked.notes());
            notes.addAll(solution.notes());
            double costs = within.costsOf(solution.weights());
            if (costs > 0) {
                notes.add(String.format(
                        Locale.ENGLISH,
                        "Expected return and Sharpe ratio are after costs of %.4f%% of the value, which the way from the"
                                + " present weights takes.",
                        100 * costs));
            }
            RebalancePlan plan = holdings == null
                    ? null
                    : HoldingsFile.read(holdings, market.names())
                            .plan(market, read, solution.weights(), method.riskAversion);
            tell(asked, solution, figures, notes, plan);
            return ExitCode.OK;
        } catch (PortfolioRefusal refusal) {
            throw new RefusedByRule(String.valueOf(refusal.getMessage()));
        }
    }

    private CommandLine.ParameterException notUnderstood(String sentence) {
        CommandSpec known = spec;
        if (known == null) {
            throw new IllegalStateException("picocli always says which command it runs");
        }
        return new CommandLine.ParameterException(known.commandLine(), sentence + ".");
    }

    private Asked asked(PortfolioPrices read) {
        List<String> notes = new ArrayList<>(read.notes());
        ReturnPanel panel = read.returns();
        String wished = sample;
        if (wished != null) {
            panel = panel.last(sampled(wished));
        }
        ReturnPanel complete = panel.complete();
        MeanKind meanKind = MeanKind.find(mean)
                .orElseThrow(() -> notUnderstood("--mean is one of " + MeanKind.words() + ", not " + mean));
        Covariance covarianceKind = Covariance.find(covariance)
                .orElseThrow(
                        () -> notUnderstood("--covariance is one of " + Covariance.words() + ", not " + covariance));
        if (complete.periods() < panel.periods()) {
            notes.add(String.format(
                    Locale.ENGLISH,
                    "Of %,d returns %,d are known of every asset: cvar95 and methods of the tail are of these; means are of"
                            + " each asset's own history%s.",
                    panel.periods(),
                    complete.periods(),
                    covarianceKind == Covariance.SAMPLE ? ", covariances of what each pair has in common" : ""));
        }
        Covariances.Estimate estimate = Covariances.of(panel, covarianceKind, halfLife);
        if (estimate.raised()) {
            notes.add("Covariances over different histories did not fit together; the nearest that do were taken.");
        }
        if (complete.periods() <= panel.assets()) {
            notes.add(
                    "There are " + panel.assets() + " assets and " + complete.periods()
                            + " returns known of all of them: a sample covariance says little then, one that is shrunk says more.");
        }
        double[] means = Means.of(panel, meanKind, estimate.matrix(), periods, riskFree);
        double[][] annual = estimate.matrix();
        for (double[] row : annual) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= periods;
            }
        }
        if (forecasts != null) {
            PortfolioFiles.Forecasts tilt = PortfolioFiles.forecasts(forecasts, panel.names());
            means = Means.tilted(means, tilt.means(), tilt.skills());
        }
        double[] prior = null;
        if (views != null) {
            PortfolioFiles.Views believed = PortfolioFiles.views(views, panel.names());
            if (!believed.marketGiven()) {
                notes.add("The views name no market, so the prior is of equal weights.");
            }
            BlackLitterman posterior = BlackLitterman.of(
                    annual, believed.market(), believed.riskAversion(), riskFree, believed.tau(), believed.views());
            means = posterior.posterior();
            annual = posterior.covariance();
            prior = posterior.prior();
        }
        Market market =
                new Market(panel.names(), means, annual, estimate.correlations(), complete.rows(), periods, riskFree);
        return new Asked(market, prior, notes);
    }

    private int sampled(String wished) {
        if (!wished.startsWith("last:")) {
            throw notUnderstood("--sample is last:N, not " + wished);
        }
        try {
            int count = Integer.parseInt(wished.substring("last:".length()));
            if (count < 2) {
                throw notUnderstood("--sample last:N needs at least two returns, not " + count);
            }
            return count;
        } catch (NumberFormatException notANumber) {
            throw notUnderstood("--sample is last:N with a whole number, not " + wished);
        }
    }

    private void tell(
            Asked asked, Solution solution, Figures figures, List<String> notes, @Nullable RebalancePlan plan) {
        PrintWriter out = Console.of(spec).out();
        List<String> names = asked.market().names();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("weights", named(names, solution.weights()));
            answer.put("expectedReturn", figures.expectedReturn());
            answer.put("volatility", figures.volatility());
            answer.put("sharpe", figures.sharpe());
            answer.put("cvar95", figures.cvar95());
            answer.put("riskContributions", named(names, figures.riskContributions()));
            answer.put("iterations", solution.iterations());
            answer.put("kkt", solution.kkt());
            double[] prior = asked.prior();
            if (prior != null) {
                answer.put("priorReturns", named(names, prior));
                answer.put("posteriorReturns", named(names, asked.market().means()));
            }
            if (plan != null) {
                HoldingsFile.tell(plan, answer);
            }
            answer.put("notes", notes);
            Json.print(out, answer);
            return;
        }
        Integer[] order = new Integer[names.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, java.util.Comparator.comparingDouble((Integer i) -> -solution.weights()[i]));
        for (int i : order) {
            if (Math.abs(solution.weights()[i]) > 5e-5) {
                out.printf(
                        Locale.ENGLISH,
                        "%-12s %7.2f%%   risk %7.2f%%%n",
                        names.get(i),
                        100 * solution.weights()[i],
                        100 * figures.riskContributions()[i]);
            }
        }
        out.printf(
                Locale.ENGLISH,
                "expected return %.2f%%, volatility %.2f%%, Sharpe %.3f, CVaR 95%% of one row %.2f%%%n",
                100 * figures.expectedReturn(),
                100 * figures.volatility(),
                figures.sharpe(),
                100 * figures.cvar95());
        notes.forEach(out::println);
        if (plan != null) {
            HoldingsFile.tell(plan, out);
        }
        out.flush();
    }

    private static Map<String, Double> named(List<String> names, double[] values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(names.get(i), values[i]);
        }
        return named;
    }
}
