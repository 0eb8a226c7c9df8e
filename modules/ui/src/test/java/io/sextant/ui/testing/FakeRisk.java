package io.sextant.ui.testing;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Currency;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.Query;
import io.sextant.domain.risk.OrderRisk;
import io.sextant.domain.risk.RiskBoard;
import io.sextant.domain.risk.RiskShock;
import io.sextant.domain.risk.SizeSuggestion;
import io.sextant.domain.risk.Supposition;
import io.sextant.domain.risk.TailRisk;
import io.sextant.domain.risk.WhatIfBoard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the engine of the tests says of risk: what the test sets. */
public final class FakeRisk {

    private Map<InstrumentId, Double> durations = Map.of();

    private final List<Query.Size> sizesAsked = new ArrayList<>();
    private OrderRisk ofOrder = new OrderRisk.Measured(
            Currency.USD, 0.95, 500, 100_000, new TailRisk(1_000, 1_500), new TailRisk(2_000, 3_000));
    private SizeSuggestion size = new SizeSuggestion.Nothing(SizeSuggestion.Nothing.Why.NO_EDGE);

    public synchronized void ofOrder(OrderRisk answer) {
        ofOrder = answer;
    }

    public synchronized void size(SizeSuggestion answer) {
        size = answer;
    }

    public synchronized List<Query.Size> sizesAsked() {
        return List.copyOf(sizesAsked);
    }

    /** Ten days of each kind for whatever is held, so that a share of the exposure is at risk that a test can count on. */
    synchronized RiskBoard answer(Query.Risk question, DeskState desk, long nowNanos) {
        RiskBoard.Fall fall = new RiskBoard.Fall(0.02, 0.07);
        List<Position> held =
                desk.positions().stream().filter(position -> !position.isFlat()).toList();
        if (held.isEmpty()) {
            return new RiskBoard.NothingHeld(nowNanos, fall);
        }
        double gross = desk.account().grossExposure().toDouble();
        double[] outcomes = new double[200];
        List<RiskBoard.PastDay> past = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = gross * 0.02 * Math.sin(i * 1.7);
            if (i >= 100) {
                past.add(new RiskBoard.PastDay(
                        nowNanos - (outcomes.length - i) * 86_400_000_000_000L,
                        gross * (i == 150 ? 0.001 : 0.019),
                        gross * 0.02,
                        i == 150 ? -gross * 0.015 : outcomes[i] * 0.9));
            }
        }
        double tail = 1 - question.confidence();
        TailRisk historical = new TailRisk(gross * 0.02 * (1 - tail), gross * 0.02);
        return new RiskBoard.Measured(
                nowNanos,
                desk.account().equity().currency(),
                desk.account().equity().toDouble(),
                gross,
                desk.account().netExposure().toDouble(),
                question.confidence(),
                historical,
                historical,
                held.stream()
                        .map(position -> new RiskBoard.Part(
                                position.instrument(),
                                Long.signum(position.signedUnits())
                                        * Math.abs(position.exposure().toDouble()),
                                historical.valueAtRisk() / held.size(),
                                historical.expectedShortfall() / held.size(),
                                historical.valueAtRisk() / 2))
                        .toList(),
                outcomes,
                past,
                new RiskBoard.TrackRecord(
                        100,
                        1,
                        5,
                        0.03,
                        0.9,
                        RiskBoard.Light.GREEN,
                        Optional.of(new RiskBoard.Shortfall(100, 0.85, false))),
                past.subList(40, 60),
                Optional.of(new RiskBoard.TrackRecord(
                        20,
                        1,
                        1,
                        0.98,
                        0.74,
                        RiskBoard.Light.YELLOW,
                        Optional.of(new RiskBoard.Shortfall(20, -0.9, true)))),
                fall,
                List.of(new RiskBoard.Crisis(
                        "Black Monday 1987", "1987-10-01", "1987-12-31", -0.245, -0.245 * gross, -0.2047 * gross)),
                new RiskBoard.Shocked(
                        question.shock(),
                        question.shock().priceMove() * gross,
                        new TailRisk(
                                historical.valueAtRisk() * question.shock().volatilityFactor(),
                                historical.expectedShortfall()
                                        * question.shock().volatilityFactor())));
    }

    /** A fan that opens by a tenth of the worth for each factor of volatility. */
    synchronized WhatIfBoard answer(Query.WhatIf question, DeskState desk, long nowNanos) {
        double gross = desk.account().grossExposure().toDouble();
        double equity = desk.account().equity().toDouble();
        double[] shares = {0.05, 0.25, 0.5, 0.75, 0.95};
        int[] days = {21, 63, 126, 252};
        List<WhatIfBoard.Case> cases = new ArrayList<>();
        Map<InstrumentId, Double> held = desk.positions().stream()
                .collect(Collectors.toMap(
                        Position::instrument, each -> each.exposure().toDouble() / equity));
        for (Supposition supposed : gross > 0 ? question.cases() : List.<Supposition>of()) {
            RiskShock shock = supposed.shock();
            double result = shock.priceMove() * gross;
            double[][] worth = new double[days.length][shares.length];
            for (int day = 0; day < days.length; day++) {
                for (int share = 0; share < shares.length; share++) {
                    worth[day][share] = (equity + result)
                            * (1 + 0.2 * (shares[share] - 0.5) * shock.volatilityFactor() * days[day] / 252);
                }
            }
            double wild = supposed.weather() == Supposition.Weather.TURBULENT ? 3 : 1;
            double atRisk = gross * 0.02 * shock.volatilityFactor() * wild;
            cases.add(new WhatIfBoard.Case(
                    supposed,
                    WhatIfBoard.Trouble.NONE,
                    result,
                    equity + result,
                    supposed.shares(),
                    new TailRisk(atRisk, 1.25 * atRisk),
                    0.5,
                    new WhatIfBoard.WorthFan(days, shares, worth)));
        }
        return new WhatIfBoard(
                nowNanos,
                desk.account().equity().currency(),
                equity,
                question.confidence(),
                question.paths(),
                held,
                durations,
                cases);
    }

    /** As if a person had said it. */
    public synchronized void duration(InstrumentId instrument, double years) {
        durations = Map.of(instrument, years);
    }

    synchronized OrderRisk answer(Query.RiskOfOrder ignored) {
        return ofOrder;
    }

    synchronized SizeSuggestion answer(Query.Size question) {
        sizesAsked.add(question);
        return size;
    }
}
