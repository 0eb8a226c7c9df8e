package io.sextant.engine;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.portfolio.Goals;
import io.sextant.domain.portfolio.OptimiserBoard;
import io.sextant.domain.portfolio.OptimiserBoard.Computed;
import io.sextant.domain.portfolio.OptimiserBoard.Corner;
import io.sextant.domain.portfolio.OptimiserBoard.Holding;
import io.sextant.domain.portfolio.OptimiserBoard.Kind;
import io.sextant.domain.portfolio.OptimiserBoard.Named;
import io.sextant.domain.portfolio.OptimiserBoard.Past;
import io.sextant.domain.portfolio.OptimiserWish;
import io.sextant.domain.portfolio.ReturnView;
import io.sextant.domain.portfolio.WeightMethod;
import io.sextant.domain.portfolio.WeightTrouble;
import io.sextant.domain.request.DeskState;
import io.sextant.portfolio.PortfolioRefusal;
import io.sextant.portfolio.estimate.BlackLitterman;
import io.sextant.portfolio.estimate.Covariance;
import io.sextant.portfolio.estimate.Covariances;
import io.sextant.portfolio.estimate.MeanKind;
import io.sextant.portfolio.estimate.Means;
import io.sextant.portfolio.estimate.ReturnPanel;
import io.sextant.portfolio.estimate.View;
import io.sextant.portfolio.optimise.Limits;
import io.sextant.portfolio.optimise.Linkage;
import io.sextant.portfolio.optimise.Market;
import io.sextant.portfolio.optimise.Method;
import io.sextant.portfolio.optimise.Optimiser;
import io.sextant.portfolio.optimise.Solution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One answer of the optimiser: estimates, frontier, named portfolios and what these would have done. */
final class WeightAnswer {

    private static final double YEAR_NANOS = 365.25 * Timeframe.D1.nominalNanos();

    /** He and Litterman's. */
    private static final double RISK_AVERSION = 2.5;

    private static final double TAU = 0.05;

    private final OptimiserWish wish;
    private final List<InstrumentId> names;
    private final double[][] returns;
    private final long[] barNanos;
    private final double[] current;
    private final double periods;
    private final Limits limits;

    WeightAnswer(OptimiserWish wish, List<InstrumentId> names, double[][] returns, long[] barNanos, double[] current) {
        this.wish = wish;
        this.names = names;
        this.returns = returns;
        this.barNanos = barNanos;
        this.current = current;
        periods = (barNanos.length - 1) * YEAR_NANOS / (barNanos[barNanos.length - 1] - barNanos[0]);
        limits = Limits.between(names.size(), wish.shorts() ? -wish.most() : 0, wish.most());
    }

    /** @throws PortfolioRefusal where not even a frontier can be told */
    Computed computed(DeskState desk, double investable, List<Holding> holdings) {
        Market market = market();
        List<Named> portfolios = new ArrayList<>();
        Optional<WeightTrouble> trouble = Optional.empty();
        Computed figures = answer(desk, market, investable, holdings, List.of(), List.of(), trouble);
        try {
            Solution solution = Optimiser.solve(
                    market,
                    wish.method() == WeightMethod.GOALS ? ofGoals() : limits,
                    method(wish.method(), wish.goals()));
            portfolios.add(named(Kind.CHOSEN, solution.weights(), figures));
        } catch (PortfolioRefusal none) {
            trouble = Optional.of(none.trouble());
        }
        double[] equal = new double[names.size()];
        Arrays.fill(equal, 1.0 / equal.length);
        portfolios.add(named(Kind.EQUAL, equal, figures));
        portfolios.add(named(Kind.CURRENT, current, figures));
        portfolios.add(named(
                Kind.MIN_VOLATILITY,
                Optimiser.solve(market, limits, new Method.MinVolatility()).weights(),
                figures));
        try {
            portfolios.add(named(
                    Kind.MAX_SHARPE,
                    Optimiser.solve(market, limits, new Method.MaxSharpe()).weights(),
                    figures));
        } catch (PortfolioRefusal nothingAboveRiskFree) {
            // Then that portfolio does not exist, and the others do.
        }
        List<Corner> corners = frontier(market, figures);
        return answer(desk, market, investable, holdings, corners, portfolios, trouble);
    }

    private Computed answer(
            DeskState desk,
            Market market,
            double investable,
            List<Holding> holdings,
            List<Corner> corners,
            List<Named> portfolios,
            Optional<WeightTrouble> trouble) {
        return new Computed(
                wish,
                desk.marketNanos(),
                names,
                market.means(),
                market.covariance(),
                order(market.covariance()),
                corners,
                portfolios,
                trouble,
                desk.account().equity().currency(),
                investable,
                holdings,
                barNanos,
                periods);
    }

    /** A little of all that is preferred, as far as the cap lets it. */
    private Limits ofGoals() {
        double[] lower = limits.lower().clone();
        for (int i = 0; i < lower.length; i++) {
            if (wish.goals().preferred().contains(names.get(i).symbol())) {
                lower[i] = Math.min(wish.most(), Goals.leastOfPreferred(names.size()));
            }
        }
        return limits.withLower(lower);
    }

    /** Means of the past and a covariance that is shrunk; with views, Black and Litterman's over a market of equal weights. */
    private Market market() {
        ReturnPanel panel =
                new ReturnPanel(names.stream().map(InstrumentId::symbol).toList(), returns);
        Covariances.Estimate estimate = Covariances.of(panel, Covariance.LEDOIT_WOLF, Double.NaN);
        double[] means = Means.of(panel, MeanKind.ARITHMETIC, estimate.matrix(), periods, wish.riskFree());
        double[][] annual = new double[names.size()][];
        Arrays.setAll(
                annual,
                i -> Arrays.stream(estimate.matrix()[i])
                        .map(each -> each * periods)
                        .toArray());
        List<View> views = views();
        if (!views.isEmpty()) {
            double[] market = new double[names.size()];
            Arrays.fill(market, 1.0 / market.length);
            BlackLitterman believed = BlackLitterman.of(annual, market, RISK_AVERSION, wish.riskFree(), TAU, views);
            means = believed.posterior();
            annual = believed.covariance();
        }
        return Market.of(panel.names(), means, annual, panel.rows(), periods, wish.riskFree());
    }

    private List<Corner> frontier(Market market, Computed figures) {
        List<Corner> corners = new ArrayList<>();
        for (double[] weights : Optimiser.frontier(market, limits)) {
            OptimiserBoard.Figures told = figures.figures(weights);
            corners.add(new Corner(weights, told.expectedReturn(), told.volatility()));
        }
        return corners;
    }

    private List<View> views() {
        List<View> views = new ArrayList<>();
        for (ReturnView view : WeightDesk.viewsOf(wish, names)) {
            double[] one = new double[names.size()];
            one[names.indexOf(view.instrument())] = 1;
            views.add(new View(one, view.expected(), view.confidence()));
        }
        return views;
    }

    static Method method(WeightMethod method, Goals goals) {
        return switch (method) {
            case MAX_SHARPE -> new Method.MaxSharpe();
            case MIN_VOLATILITY -> new Method.MinVolatility();
            case MAX_DIVERSIFICATION -> new Method.MaxDiversification();
            case MIN_CVAR -> new Method.MinCvar();
            case RISK_PARITY -> new Method.RiskParity(Map.of());
            case INVERSE_VOLATILITY -> new Method.InverseVolatility();
            case HRP -> new Method.Hrp(false);
            case HERC -> new Method.Herc();
            case NCO -> new Method.Nco();
            case GOALS -> new Method.MaxUtility(goals.riskAversion());
        };
    }

    private static int[] order(double[][] covariance) {
        double[][] correlations = Covariances.correlations(covariance);
        double[][] distances = new double[correlations.length][correlations.length];
        for (int i = 0; i < distances.length; i++) {
            for (int j = 0; j < distances.length; j++) {
                distances[i][j] = i == j ? 0 : Math.sqrt(Math.max(0, (1 - correlations[i][j]) / 2));
            }
        }
        return Linkage.of(distances, Linkage.Rule.WARD).order();
    }

    private Named named(Kind kind, double[] weights, Computed figures) {
        return new Named(kind, weights, figures.figures(weights), past(weights));
    }

    private Past past(double[] weights) {
        int count = barNanos.length;
        double[] worth = new double[count + 1];
        worth[0] = 1;
        double highest = 1;
        double deepest = 0;
        double sum = 0;
        double squares = 0;
        for (int t = 0; t < count; t++) {
            double move = 0;
            for (int i = 0; i < weights.length; i++) {
                move += weights[i] * returns[i][t];
            }
            sum += move;
            squares += move * move;
            worth[t + 1] = worth[t] * (1 + move);
            highest = Math.max(highest, worth[t + 1]);
            deepest = Math.max(deepest, 1 - worth[t + 1] / highest);
        }
        double variance = Math.max(0, (squares - sum * sum / count) / (count - 1));
        double yearly = worth[count] > 0 ? Math.pow(worth[count], periods / count) - 1 : -1;
        return new Past(worth, yearly, Math.sqrt(variance * periods), deepest);
    }
}
