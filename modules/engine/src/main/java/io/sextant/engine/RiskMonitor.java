package io.sextant.engine;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.position.Account;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EquityCurve;
import io.sextant.domain.request.Query;
import io.sextant.domain.risk.RiskBoard;
import io.sextant.domain.risk.RiskShock;
import io.sextant.domain.risk.TailRisk;
import io.sextant.risk.backtest.AcerbiSzekely;
import io.sextant.risk.backtest.Coverage;
import io.sextant.risk.backtest.RollingForecasts;
import io.sextant.risk.backtest.TailForecast;
import io.sextant.risk.backtest.TrafficLight;
import io.sextant.risk.measure.CannotMeasure;
import io.sextant.risk.measure.CommonReturns;
import io.sextant.risk.measure.CopulaKind;
import io.sextant.risk.measure.MarginKind;
import io.sextant.risk.measure.MeasuredTail;
import io.sextant.risk.measure.PortfolioTail;
import io.sextant.risk.measure.ReturnTable;
import io.sextant.risk.measure.TailMethod;
import io.sextant.risk.measure.TailWish;
import io.sextant.risk.stress.HistoricalWindow;
import io.sextant.risk.whatif.Figures;
import io.sextant.risk.whatif.Sandbox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How bad it can get for the desk as it stands. Measures are asked with amounts of money for weights: all of them grow in proportion, so
 * they answer in money. Reads bars and history, so never on the loop's thread.
 */
final class RiskMonitor {

    /** Points of the desk's worth that its drawdown is read from; thinning keeps the extremes. */
    static final int WORTHS = 2_000;

    private static final int WINDOW_MAX = 250;
    private static final int PATHS = 1_000;

    private final RiskDesk desk;

    RiskMonitor(RiskDesk desk) {
        this.desk = desk;
    }

    RiskBoard board(Query.Risk wanted, DeskState state, EquityCurve worth, Map<String, String> settings) {
        RiskBoard.Fall fall = fall(worth, state.account().equity().toDouble());
        Map<InstrumentId, Double> held = RiskDesk.exposures(state);
        if (held.isEmpty()) {
            return new RiskBoard.NothingHeld(state.marketNanos(), fall);
        }
        List<InstrumentId> names = List.copyOf(held.keySet());
        CommonReturns common = desk.returns(names, state.marketNanos());
        if (common.days() < RiskDesk.FEWEST_DAYS) {
            return new RiskBoard.TooLittleHistory(
                    state.marketNanos(),
                    fall,
                    desk.shortOnes(names, state.marketNanos()),
                    common.days(),
                    RiskDesk.FEWEST_DAYS);
        }
        ReturnTable table =
                common.table(names.stream().map(InstrumentId::symbol).toList());
        List<RiskBoard.PastDay> told = ToldRisk.cameTrue(settings, wanted.confidence());
        return measured(wanted, state, fall, names, table, common.timesNanos(), RiskDesk.amounts(names, held), told);
    }

    private static RiskBoard measured(
            Query.Risk wanted,
            DeskState state,
            RiskBoard.Fall fall,
            List<InstrumentId> names,
            ReturnTable table,
            long[] days,
            double[] amounts,
            List<RiskBoard.PastDay> told) {
        TailWish wish = wish(wanted.confidence(), TailMethod.HISTORICAL);
        PortfolioTail historical = new PortfolioTail(table, wish);
        MeasuredTail past = historical.of(amounts);
        MeasuredTail normal = new PortfolioTail(table, wish(wanted.confidence(), TailMethod.PARAMETRIC)).of(amounts);
        double[] incremental =
                historical.incremental(amounts, past.tail().valueAtRisk()).orElseThrow();
        List<RiskBoard.Part> parts = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            parts.add(new RiskBoard.Part(
                    names.get(i),
                    amounts[i],
                    amounts[i] * normal.marginal()[i],
                    amounts[i] * past.marginalShortfall()[i],
                    incremental[i]));
        }
        double[] outcomes = table.portfolio(amounts);
        List<RiskBoard.PastDay> forecasts = forecasts(outcomes, days, wish);
        Account account = state.account();
        return new RiskBoard.Measured(
                state.marketNanos(),
                account.equity().currency(),
                account.equity().toDouble(),
                Arrays.stream(amounts).map(Math::abs).sum(),
                Arrays.stream(amounts).sum(),
                wanted.confidence(),
                past.tail(),
                normal.tail(),
                parts,
                outcomes,
                forecasts,
                record(forecasts, wanted.confidence()),
                told,
                told.isEmpty() ? Optional.empty() : Optional.of(record(told, wanted.confidence())),
                fall,
                crises(Arrays.stream(amounts).sum()),
                shocked(wanted, table, amounts, account.equity().toDouble(), normal.tail()));
    }

    private static TailWish wish(double confidence, TailMethod method) {
        return new TailWish(method, confidence, 1, true, CopulaKind.GAUSSIAN, MarginKind.EMPIRICAL, PATHS, 1, 1);
    }

    private static List<RiskBoard.PastDay> forecasts(double[] outcomes, long[] days, TailWish wish) {
        int window = Math.min(WINDOW_MAX, outcomes.length / 2);
        List<TailForecast> forecasts = RollingForecasts.of(outcomes, wish, window);
        List<RiskBoard.PastDay> past = new ArrayList<>();
        for (int i = 0; i < forecasts.size(); i++) {
            past.add(new RiskBoard.PastDay(
                    days[window + i],
                    forecasts.get(i).valueAtRisk(),
                    forecasts.get(i).expectedShortfall(),
                    forecasts.get(i).outcome()));
        }
        return past;
    }

    private static RiskBoard.TrackRecord record(List<RiskBoard.PastDay> past, double confidence) {
        boolean[] breach = new boolean[past.size()];
        for (int i = 0; i < breach.length; i++) {
            breach[i] = past.get(i).isBreach();
        }
        Coverage coverage = Coverage.of(breach, confidence);
        RiskBoard.Light light = switch (TrafficLight.of(coverage.observations(), coverage.breaches(), confidence)) {
            case GREEN -> RiskBoard.Light.GREEN;
            case YELLOW -> RiskBoard.Light.YELLOW;
            case RED -> RiskBoard.Light.RED;
        };
        return new RiskBoard.TrackRecord(
                coverage.observations(),
                coverage.breaches(),
                (1 - confidence) * coverage.observations(),
                coverage.kupiecProbability(),
                coverage.independenceProbability(),
                light,
                shortfall(past, confidence));
    }

    /** On the days that a shortfall was told of. */
    private static Optional<RiskBoard.Shortfall> shortfall(List<RiskBoard.PastDay> past, double confidence) {
        List<TailForecast> told = past.stream()
                .filter(day -> day.shortfall() > 0)
                .map(day -> new TailForecast(day.valueAtRisk(), day.shortfall(), day.outcome()))
                .toList();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        AcerbiSzekely test = AcerbiSzekely.of(told, confidence);
        return Optional.of(new RiskBoard.Shortfall(told.size(), test.unconditional(), test.speaksAgainst()));
    }

    private static List<RiskBoard.Crisis> crises(double net) {
        return HistoricalWindow.shipped().stream()
                .map(window -> new RiskBoard.Crisis(
                        window.name(),
                        window.from().toString(),
                        window.to().toString(),
                        window.move(),
                        window.move() * net,
                        window.worstDay() * net))
                .toList();
    }

    /** On a copy. */
    private static RiskBoard.Shocked shocked(
            Query.Risk wanted, ReturnTable table, double[] amounts, double equity, TailRisk now) {
        RiskShock shock = wanted.shock();
        if (shock.equals(RiskShock.NONE)) {
            return new RiskBoard.Shocked(shock, 0, now);
        }
        Sandbox after = WhatIfDesk.shocked(WhatIfDesk.copy(table, amounts, equity), shock);
        double value = after.value();
        try {
            TailRisk then = Figures.of(after, wanted.confidence(), 1).normal();
            return new RiskBoard.Shocked(
                    shock, value - equity, new TailRisk(then.valueAtRisk() * value, then.expectedShortfall() * value));
        } catch (CannotMeasure nothingLeft) {
            return new RiskBoard.Shocked(shock, value - equity, TailRisk.NONE);
        }
    }

    private static RiskBoard.Fall fall(EquityCurve worth, double now) {
        double highest = 0;
        double deepest = 0;
        for (double each : worth.equity()) {
            highest = Math.max(highest, each);
            deepest = Math.max(deepest, highest > 0 ? 1 - each / highest : 0);
        }
        highest = Math.max(highest, now);
        double current = highest > 0 ? 1 - now / highest : 0;
        return new RiskBoard.Fall(current, Math.max(deepest, current));
    }
}
