package io.sextant.engine;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.Query;
import io.sextant.domain.risk.RateDurations;
import io.sextant.domain.risk.RiskShock;
import io.sextant.domain.risk.WhatIfBoard;
import io.sextant.risk.measure.CommonReturns;
import io.sextant.risk.measure.ReturnTable;
import io.sextant.risk.whatif.Change;
import io.sextant.risk.whatif.Sandbox;
import io.sextant.risk.whatif.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cases on a copy of what the desk holds, each with futures of the past days of its mix. Reads bars, so never on the loop's thread; what it
 * makes are numbers, and nothing of it can become an order.
 */
final class WhatIfDesk {

    private final RiskDesk desk;

    WhatIfDesk(RiskDesk desk) {
        this.desk = desk;
    }

    WhatIfBoard board(Query.WhatIf wanted, DeskState state, Map<String, String> settings) {
        double equity = state.account().equity().toDouble();
        Map<InstrumentId, Double> held = RiskDesk.exposures(state);
        List<InstrumentId> names = universe(wanted, held, state.marketNanos());
        List<WhatIfBoard.Case> cases = new ArrayList<>();
        Map<InstrumentId, Double> shares = new LinkedHashMap<>();
        Map<InstrumentId, Double> durations = new LinkedHashMap<>();
        RateDurations given = RateDurations.of(settings);
        names.forEach(name -> given.find(name).ifPresent(years -> durations.put(name, years)));
        if (!names.isEmpty() && equity > 0) {
            CommonReturns common = desk.returns(names, state.marketNanos());
            if (common.days() >= RiskDesk.FEWEST_DAYS) {
                Sandbox now = copy(
                                common.table(
                                        names.stream().map(InstrumentId::symbol).toList()),
                                RiskDesk.amounts(names, held),
                                equity)
                        .withCosts(
                                names.stream()
                                        .mapToDouble(name -> durations.getOrDefault(name, 0.0))
                                        .toArray(),
                                new double[names.size()]);
                wanted.cases().forEach(each -> cases.add(new SupposedCase(wanted, each, held.keySet(), names).of(now)));
                names.forEach(name -> shares.put(name, held.getOrDefault(name, 0.0) / equity));
            }
        }
        return new WhatIfBoard(
                state.marketNanos(),
                state.account().equity().currency(),
                equity,
                wanted.confidence(),
                wanted.paths(),
                shares,
                durations,
                cases);
    }

    /** What is held, and what a case names where it leaves enough days that all have. */
    private List<InstrumentId> universe(Query.WhatIf wanted, Map<InstrumentId, Double> held, long nowNanos) {
        List<InstrumentId> names = new ArrayList<>(held.keySet());
        wanted.cases().stream()
                .flatMap(each -> each.shares().keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(InstrumentId::symbol))
                .filter(name -> !held.containsKey(name))
                .forEach(name -> {
                    names.add(name);
                    if (!desk.knows(name) || desk.returns(names, nowNanos).days() < RiskDesk.FEWEST_DAYS) {
                        names.remove(name);
                    }
                });
        return names;
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
}
