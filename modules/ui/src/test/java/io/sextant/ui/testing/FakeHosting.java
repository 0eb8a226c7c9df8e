package io.sextant.ui.testing;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.hosting.ComparedSignal;
import io.sextant.domain.hosting.EquityLine;
import io.sextant.domain.hosting.HostPhase;
import io.sextant.domain.hosting.HostedConflict;
import io.sextant.domain.hosting.HostedFigures;
import io.sextant.domain.hosting.HostedFill;
import io.sextant.domain.hosting.HostedOutlook;
import io.sextant.domain.hosting.HostedPosition;
import io.sextant.domain.hosting.HostedRefusal;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.hosting.HostedWish;
import io.sextant.domain.hosting.HostingBoard;
import io.sextant.domain.hosting.HostingLimits;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.hosting.ParityDifference;
import io.sextant.domain.hosting.ParityMeter;
import io.sextant.domain.hosting.StageCause;
import io.sextant.domain.hosting.StageChange;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.regime.RegimeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Strategies as an engine runs them: one that trades, one that wants the opposite, and one that its day's loss paused. */
public final class FakeHosting {

    private static final long MINUTE = 60_000_000_000L;
    private static final long BAR_END = FakeEngine.START_NANOS - 10 * MINUTE;

    private final List<HostedStrategy> strategies = new ArrayList<>(List.of(
            running("trend-1", "sma-cross", 0.8),
            running("reversion-1", "rsi-reversion", -0.5),
            paused(running("breakout-1", "donchian-breakout", 0), "It lost 512.00 USDT today.")));

    HostingBoard board(long nowNanos) {
        return new HostingBoard(
                nowNanos,
                strategies,
                List.of(new HostedConflict(
                        FakeInstruments.BTC,
                        List.of(
                                new HostedConflict.Side("trend-1", 0.8, 0.12),
                                new HostedConflict.Side("reversion-1", -0.5, -0.05)),
                        0.07)));
    }

    void host(HostingTerms terms, long nowNanos) {
        strategies.removeIf(each -> each.terms().name().equals(terms.name()));
        strategies.add(staged(
                with(running(terms.name(), terms.kind(), 0), terms),
                HostedStage.READY,
                StageCause.ASKED,
                "",
                nowNanos));
    }

    /** Empty where no strategy has that name. */
    Optional<StageChange> steer(SteerStrategy steer, long nowNanos) {
        for (int i = 0; i < strategies.size(); i++) {
            HostedStrategy before = strategies.get(i);
            if (before.terms().name().equals(steer.strategy())) {
                HostedStage now = switch (steer.how()) {
                    case START, RESUME -> HostedStage.RUNNING;
                    case PAUSE -> HostedStage.PAUSED;
                    case STOP -> HostedStage.STOPPED;
                    case STOP_AND_CLOSE -> HostedStage.CLOSING;
                    case REMOVE -> HostedStage.REMOVED;
                };
                if (now == HostedStage.REMOVED) {
                    strategies.remove(i);
                } else {
                    strategies.set(i, staged(before, now, steer.cause(), steer.why(), nowNanos));
                }
                return Optional.of(new StageChange(steer.strategy(), before.stage(), now, steer.cause(), steer.why()));
            }
        }
        return Optional.empty();
    }

    /** It sold what it held, by itself. */
    public void sell(String name) {
        strategies.replaceAll(each -> each.terms().name().equals(name) ? with(each, List.of()) : each);
    }

    private static HostedStrategy with(HostedStrategy of, List<HostedPosition> positions) {
        return new HostedStrategy(
                of.terms(),
                of.stage(),
                of.cause(),
                of.why(),
                of.sinceNanos(),
                of.phase(),
                of.warmUpBars(),
                of.warmUpNeeded(),
                of.figures(),
                positions,
                of.equity(),
                of.wishes(),
                of.outlooks(),
                of.fills(),
                of.refusals(),
                of.parity(),
                of.isArmed());
    }

    private static Money usdt(String amount) {
        return Money.parse(amount, Currency.USDT);
    }

    private static HostedStrategy running(String name, String kind, double share) {
        InstrumentId btc = FakeInstruments.BTC;
        String reason = "crossed-up fast=64250.1 slow=64102.7";
        return new HostedStrategy(
                new HostingTerms(
                        name,
                        kind,
                        Map.of(),
                        List.of(btc),
                        Timeframe.M5,
                        usdt("10000"),
                        new HostingLimits(usdt("12000"), usdt("500"), 20, 100),
                        new BacktestSetup.Costs(5, 1, 1)),
                HostedStage.RUNNING,
                StageCause.ASKED,
                "",
                FakeEngine.START_NANOS - 120 * MINUTE,
                HostPhase.TRADING,
                31,
                30,
                new HostedFigures(
                        usdt("10084.25"),
                        usdt("2374.25"),
                        usdt("61.50"),
                        usdt("30.75"),
                        usdt("8.00"),
                        usdt("84.25"),
                        usdt("7710.00"),
                        4,
                        5,
                        2,
                        1,
                        1),
                List.of(new HostedPosition(btc, 0.12, 63_993.75, usdt("7710.00"), usdt("30.75"), 0)),
                new EquityLine(
                        new long[] {FakeEngine.START_NANOS - 120 * MINUTE, FakeEngine.START_NANOS - 60 * MINUTE, BAR_END
                        },
                        new double[] {10_000, 10_053.5, 10_084.25}),
                List.of(new HostedWish(btc, share, true, Long.MAX_VALUE, "crossed-up", reason, BAR_END)),
                outlooks(btc, kind),
                List.of(new HostedFill(
                        new OrderId(41),
                        btc,
                        BAR_END + 1_000_000,
                        Side.BUY,
                        Quantity.parse("0.12"),
                        Price.parse("63993.7"),
                        usdt("3.84"),
                        usdt("0"),
                        reason)),
                List.of(new HostedRefusal(
                        BAR_END - 30 * MINUTE,
                        btc,
                        Side.BUY,
                        Quantity.parse("0.2"),
                        Price.parse("64300.0"),
                        Refusal.of(RefusalCode.STRATEGY_LARGEST_ORDER, "12860.00 USDT", "12000.00 USDT", name))),
                parity(btc, share),
                false);
    }

    /** One of the three follows regimes and forecasts, as rules may. */
    private static List<HostedOutlook> outlooks(InstrumentId btc, String kind) {
        return kind.equals("rsi-reversion")
                ? List.of(new HostedOutlook(
                        btc,
                        true,
                        Optional.of(new HostedOutlook.Expected(0.0012, -0.0031, 0.0056, Verdict.SKILL, "arima")),
                        true,
                        Optional.of(RegimeName.TURBULENT),
                        BAR_END))
                : List.of();
    }

    private static ParityMeter parity(InstrumentId btc, double share) {
        ComparedSignal signal = new ComparedSignal(
                BAR_END,
                btc,
                false,
                new ComparedSignal.Leg(share, BAR_END + 400_000, BAR_END + 1_000_000, 1, 0.12, 63_993.7, 3.84),
                new ComparedSignal.Leg(share, BAR_END + 200_000, BAR_END + 200_000, 1, 0.12, 63_990.1, 3.84),
                List.of(ParityDifference.of(ParityDifference.Kind.PRICE, 63_993.7, 63_990.1)));
        return new ParityMeter(
                FakeEngine.START_NANOS - 120 * MINUTE,
                5,
                4,
                List.of(new ParityMeter.Count(ParityDifference.Kind.PRICE, 1)),
                10_084.25,
                10_084.68,
                List.of(signal));
    }

    private static HostedStrategy paused(HostedStrategy of, String why) {
        return staged(of, HostedStage.PAUSED, StageCause.DAY_LOSS, why, FakeEngine.START_NANOS - 5 * MINUTE);
    }

    private static HostedStrategy with(HostedStrategy of, HostingTerms terms) {
        return new HostedStrategy(
                terms,
                of.stage(),
                of.cause(),
                of.why(),
                of.sinceNanos(),
                of.phase(),
                of.warmUpBars(),
                of.warmUpNeeded(),
                of.figures(),
                List.of(),
                EquityLine.EMPTY,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ParityMeter.NOT_YET,
                false);
    }

    private static HostedStrategy staged(
            HostedStrategy of, HostedStage stage, StageCause cause, String why, long sinceNanos) {
        HostPhase phase = switch (stage) {
            case RUNNING -> HostPhase.TRADING;
            case CLOSING -> HostPhase.CLOSING;
            case READY, PAUSED, STOPPED, REMOVED -> HostPhase.IDLE;
        };
        return new HostedStrategy(
                of.terms(),
                stage,
                cause,
                why,
                sinceNanos,
                phase,
                of.warmUpBars(),
                of.warmUpNeeded(),
                of.figures(),
                of.positions(),
                of.equity(),
                of.wishes(),
                of.outlooks(),
                of.fills(),
                of.refusals(),
                of.parity(),
                of.isArmed());
    }
}
