package io.sextant.engine;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.Query;
import io.sextant.domain.risk.RiskShock;
import io.sextant.domain.risk.TailRisk;
import io.sextant.domain.risk.WhatIfBoard;
import io.sextant.domain.risk.WhatIfBoard.WorthFan;
import io.sextant.risk.measure.CannotMeasure;
import io.sextant.risk.measure.CommonReturns;
import io.sextant.risk.measure.ReturnTable;
import io.sextant.risk.path.Outlook;
import io.sextant.risk.path.PathKind;
import io.sextant.risk.path.PathModels;
import io.sextant.risk.whatif.Change;
import io.sextant.risk.whatif.Figures;
import io.sextant.risk.whatif.Sandbox;
import io.sextant.risk.whatif.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Cases on a copy of what the desk holds, each with futures of the past days of its mix. Reads bars, so never on the loop's thread; what it
 * makes are numbers, and nothing of it can become an order.
 */
final class WhatIfDesk {

    static final int DAYS_AHEAD = 252;

    private static final double RUIN = 0.5;
    private static final long SEED = 1;
    private static final int THREADS = 2;

    private final RiskDesk desk;

    WhatIfDesk(RiskDesk desk) {
        this.desk = desk;
    }

    WhatIfBoard board(Query.WhatIf wanted, DeskState state) {
        double equity = state.account().equity().toDouble();
        Map<InstrumentId, Double> held = RiskDesk.exposures(state);
        List<InstrumentId> names = List.copyOf(held.keySet());
        List<WhatIfBoard.Case> cases = new ArrayList<>();
        if (!names.isEmpty() && equity > 0) {
            CommonReturns common = desk.returns(names, state.marketNanos());
            if (common.days() >= RiskDesk.FEWEST_DAYS) {
                Sandbox now = copy(
                        common.table(names.stream().map(InstrumentId::symbol).toList()),
                        RiskDesk.amounts(names, held),
                        equity);
                wanted.shocks().forEach(shock -> cases.add(told(wanted, shock, now, equity)));
            }
        }
        return new WhatIfBoard(
                state.marketNanos(),
                state.account().equity().currency(),
                equity,
                wanted.confidence(),
                wanted.paths(),
                cases);
    }

    /** An amount is so many units at a price of one, and the rest of the worth is cash. */
    static Sandbox copy(ReturnTable table, double[] amounts, double equity) {
        double[] ones = new double[amounts.length];
        Arrays.fill(ones, 1);
        return Sandbox.of(table, ones, amounts, equity - Arrays.stream(amounts).sum());
    }

    static Sandbox shocked(Sandbox now, RiskShock shock) {
        return now.with(new Scenario(
                "shock",
                List.of(
                        new Change.AllPrices(shock.priceMove()),
                        new Change.AllVolatilities(shock.volatilityFactor()),
                        new Change.CorrelationsToOne(shock.correlationToOne()))));
    }

    private static WhatIfBoard.Case told(Query.WhatIf wanted, RiskShock shock, Sandbox now, double equity) {
        Sandbox after = shocked(now, shock);
        double value = after.value();
        try {
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
            return new WhatIfBoard.Case(
                    shock,
                    value - equity,
                    value,
                    new TailRisk(
                            figures.normal().valueAtRisk() * value,
                            figures.normal().expectedShortfall() * value),
                    outlook.lossChance(),
                    new WorthFan(outlook.periods(), outlook.shares(), worth));
        } catch (CannotMeasure nothingLeft) {
            return new WhatIfBoard.Case(shock, value - equity, value, TailRisk.NONE, 0, WorthFan.NONE);
        }
    }
}
