package io.sextant.engine;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.portfolio.Goals;
import io.sextant.domain.portfolio.WeightMethod;
import io.sextant.domain.request.Query;
import io.sextant.domain.risk.Supposition;
import io.sextant.domain.risk.Supposition.Weather;
import io.sextant.domain.risk.TailRisk;
import io.sextant.domain.risk.WhatIfBoard.Case;
import io.sextant.domain.risk.WhatIfBoard.Trouble;
import io.sextant.domain.risk.WhatIfBoard.WorthFan;
import io.sextant.portfolio.PortfolioRefusal;
import io.sextant.risk.measure.CannotMeasure;
import io.sextant.risk.path.Outlook;
import io.sextant.risk.path.PathKind;
import io.sextant.risk.path.PathModels;
import io.sextant.risk.whatif.Change;
import io.sextant.risk.whatif.Figures;
import io.sextant.risk.whatif.Sandbox;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One case of a what-if, from the copy of the desk to what may become of it. {@code names} are the sandbox's tickers in its order. */
record SupposedCase(Query.WhatIf wanted, Supposition supposed, Set<InstrumentId> held, List<InstrumentId> names) {

    static final int DAYS_AHEAD = 252;

    private static final double RUIN = 0.5;
    private static final long SEED = 1;
    private static final int THREADS = 2;

    Case of(Sandbox now) {
        Sandbox shocked = WhatIfDesk.shocked(now, supposed.shock()).with(new Change.Rates(supposed.rateBasisPoints()));
        double result = shocked.value() - now.value();
        if (!(shocked.value() > 0)) {
            return without(Trouble.NOTHING_LEFT, result, shocked.value());
        }
        if (!names.containsAll(supposed.shares().keySet())) {
            return without(Trouble.TOO_FEW_DAYS, result, shocked.value());
        }
        Sandbox moving;
        try {
            moving = weathered(shocked);
        } catch (CannotMeasure none) {
            return without(Trouble.NO_WEATHER, result, shocked.value());
        }
        try {
            return told(traded(moving), result);
        } catch (PortfolioRefusal | CannotMeasure | ArithmeticException none) {
            return without(Trouble.NO_WEIGHTS, result, shocked.value());
        }
    }

    private Sandbox weathered(Sandbox sandbox) {
        return supposed.weather() == Weather.AS_IT_IS
                ? sandbox
                : sandbox.with(new Change.Regime(
                        supposed.weather() == Weather.CALM ? Change.Weather.CALM : Change.Weather.TURBULENT, SEED));
    }

    private Sandbox traded(Sandbox sandbox) {
        Sandbox traded = sandbox;
        WeightMethod mix = supposed.mix();
        if (mix != null) {
            List<String> mixed = names.stream()
                    .filter(name -> held.contains(name) || supposed.shares().containsKey(name))
                    .map(InstrumentId::symbol)
                    .toList();
            for (Change change : SandboxMix.of(WeightAnswer.method(mix, Goals.NONE), sandbox, mixed)) {
                traded = traded.with(change);
            }
        }
        // In the order of the names: a map's own would make another rounding each time.
        for (InstrumentId name : names) {
            Double share = supposed.shares().get(name);
            if (share != null) {
                traded = traded.with(new Change.Weight(name.symbol(), share));
            }
        }
        return traded;
    }

    private Case told(Sandbox after, double result) {
        double value = after.value();
        Figures figures = Figures.of(after, wanted.confidence(), 1);
        double[] past = Figures.scaledPast(after, figures.weights(), figures.volatility());
        Outlook outlook = Outlook.of(
                PathModels.fit(PathKind.BOOTSTRAP, past, SEED), DAYS_AHEAD, wanted.paths(), RUIN, SEED, THREADS);
        double[][] worth = new double[outlook.periods().length][];
        Arrays.setAll(
                worth,
                day -> Arrays.stream(outlook.fan()[day])
                        .map(each -> each * value)
                        .toArray());
        Map<InstrumentId, Double> shares = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            shares.put(names.get(i), figures.weights()[i]);
        }
        return new Case(
                supposed,
                Trouble.NONE,
                result,
                value,
                shares,
                new TailRisk(
                        figures.normal().valueAtRisk() * value, figures.normal().expectedShortfall() * value),
                outlook.lossChance(),
                new WorthFan(outlook.periods(), outlook.shares(), worth));
    }

    private Case without(Trouble trouble, double result, double value) {
        return new Case(supposed, trouble, result, value, Map.of(), TailRisk.NONE, 0, WorthFan.NONE);
    }
}
