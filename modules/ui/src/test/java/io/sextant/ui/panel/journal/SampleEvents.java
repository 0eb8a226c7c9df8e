package io.sextant.ui.panel.journal;

import io.sextant.domain.event.AccountMarked;
import io.sextant.domain.event.AnomalySeen;
import io.sextant.domain.event.BreakerChanged;
import io.sextant.domain.event.EngineStarted;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.event.ForecastChanged;
import io.sextant.domain.event.GateStateChanged;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.event.KillSwitchChanged;
import io.sextant.domain.event.MarketPaceChanged;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.event.OverrideUsed;
import io.sextant.domain.event.ParentChanged;
import io.sextant.domain.event.PassportWritten;
import io.sextant.domain.event.RegimeChanged;
import io.sextant.domain.event.RiskLimitsChanged;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.event.StrategyChanged;
import io.sextant.domain.event.StrategyThrottled;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.forecast.ForecastChange;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.StageCause;
import io.sextant.domain.hosting.StageChange;
import io.sextant.domain.market.FlowAnomaly;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Breaker;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.GateOverride;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.parent.ParentKind;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.ParentStage;
import io.sextant.domain.passport.CostThen;
import io.sextant.domain.passport.OrderPassport;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.regime.RegimeSwitch;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import java.util.List;
import java.util.stream.Stream;

/** One event of every kind, numbered from 101. */
final class SampleEvents {

    static final long TIME = FakeEngine.START_NANOS;
    private static final Money ZERO = Money.zero(Currency.USDT);

    private SampleEvents() {}

    static List<Event> oneOfEach() {
        return List.of(
                started("torn record"),
                changed(OrderState.SUBMITTED, OrderState.SUBMITTED, "asked for"),
                changed(OrderState.SUBMITTED, OrderState.ACCEPTED, "accepted by the venue"),
                changed(OrderState.ACCEPTED, OrderState.FILLED, "filled"),
                changed(OrderState.ACCEPTED, OrderState.REJECTED, "rejected by the venue: PRICE_COLLAR"),
                filled(),
                refused(),
                new KillSwitchChanged(107, TIME, true, "fat fingers"),
                new KillSwitchChanged(108, TIME, false, "all is well"),
                new RiskLimitsChanged(109, TIME, RiskLimits.NONE),
                new MarketPaceChanged(110, TIME, 4, false),
                new MarketPaceChanged(111, TIME, 1, true),
                new MarketPaceChanged(112, TIME, Double.POSITIVE_INFINITY, false),
                headline("company.good.2"),
                new AccountMarked(114, TIME, Money.parse("1000000", Currency.USDT), ZERO, ZERO, ZERO, ZERO),
                new SettingChanged(115, TIME, "risk.profile", "careful"),
                new PassportWritten(
                        160,
                        TIME,
                        new OrderPassport(
                                new OrderId(5), List.of(), CostThen.UNKNOWN, List.of(), List.of(), List.of())),
                new ParentChanged(
                        130,
                        TIME,
                        new ParentOrder(
                                new OrderId(9),
                                ParentKind.TWAP,
                                FakeInstruments.BTC,
                                Side.BUY,
                                Quantity.parse("2"),
                                Quantity.parse("1"),
                                ParentStage.PAUSED,
                                "paused",
                                null,
                                null,
                                null,
                                ZERO,
                                TIME,
                                0,
                                TIME)),
                new GateStateChanged(131, TIME, GateState.ACTIVE, GateState.HALTED, "FEED_SILENCE"),
                new GateStateChanged(132, TIME, GateState.HALTED, GateState.ACTIVE, "looked at it"),
                new BreakerChanged(133, TIME, Breaker.LATENCY, true, 3_000_000_000L, 2_000_000_000L),
                new BreakerChanged(134, TIME, Breaker.LATENCY, false, 500_000_000L, 2_000_000_000L),
                new OverrideUsed(
                        135,
                        TIME,
                        new OrderId(5),
                        new GateOverride(GateControl.ORDER_QUANTITY, "a block agreed by phone")),
                new StrategyThrottled(136, TIME, "maker", true, "30 executions in PT1M"),
                new StrategyThrottled(137, TIME, "maker", false, "looked at it"),
                anomaly(FlowAnomaly.Kind.SWEEP),
                anomaly(FlowAnomaly.Kind.ICEBERG),
                anomaly(FlowAnomaly.Kind.SPOOFING),
                anomaly(FlowAnomaly.Kind.VOLUME),
                forecast(ForecastChange.Kind.TRAINED, "0.9871"),
                forecast(ForecastChange.Kind.PROMOTED, "0.9871"),
                forecast(ForecastChange.Kind.NOT_PROMOTED, "1.0025"),
                forecast(ForecastChange.Kind.ROLLED_BACK, "0.9871"),
                forecast(ForecastChange.Kind.DRIFTED, "errors"),
                forecast(ForecastChange.Kind.FAILED, "nothing moves"),
                strategy(HostedStage.READY, HostedStage.READY, StageCause.ASKED, ""),
                strategy(HostedStage.RUNNING, HostedStage.PAUSED, StageCause.FELL_BEHIND, "4096 reports wait."),
                regime(RegimeName.RANGE, RegimeName.RANGE),
                regime(RegimeName.RANGE, RegimeName.CRASH),
                feed(FeedStatus.CONNECTED),
                feed(FeedStatus.STALE),
                feed(FeedStatus.DISCONNECTED),
                feed(FeedStatus.ENDED),
                new VenueChecked(
                        121,
                        TIME,
                        "binance",
                        VenueTrust.DIFFERS,
                        "Look at it.",
                        Stream.of(VenueDifference.Kind.values())
                                .map(kind -> new VenueDifference(kind, "BTC", "1.5", "1.25"))
                                .toList()));
    }

    static StrategyChanged strategy(HostedStage before, HostedStage now, StageCause cause, String why) {
        return new StrategyChanged(151, TIME, new StageChange("trend-1", before, now, cause, why));
    }

    static RegimeChanged regime(RegimeName before, RegimeName now) {
        return new RegimeChanged(142, TIME, new RegimeSwitch(FakeInstruments.BTC, Timeframe.H1, before, now, 83, TIME));
    }

    static ForecastChanged forecast(ForecastChange.Kind kind, String detail) {
        return new ForecastChanged(
                141, TIME, new ForecastChange(FakeInstruments.BTC, Timeframe.M1, kind, "arima", detail));
    }

    static AnomalySeen anomaly(FlowAnomaly.Kind kind) {
        return new AnomalySeen(
                140,
                TIME,
                new FlowAnomaly(
                        FakeInstruments.BTC, kind, TIME, Side.BUY, Price.parse("60000"), Quantity.parse("1.5"), 0.75));
    }

    static EngineStarted started(String damage) {
        return new EngineStarted(101, TIME, TradingMode.SIMULATED, 42, 1_234, damage.isEmpty() ? 0 : 17, damage);
    }

    static OrderChanged changed(OrderState from, OrderState to, String reason) {
        Order order = new Order(new OrderId(5), draft(), to, Quantity.ZERO, ZERO, TIME, TIME);
        return new OrderChanged(102 + List.of(OrderState.values()).indexOf(to), TIME, order, from, reason);
    }

    static OrderFilled filled() {
        Fill fill = new Fill(
                1,
                new OrderId(5),
                FakeInstruments.BTC,
                Side.BUY,
                Price.parse("64000.5"),
                Quantity.parse("0.25"),
                Money.parse("16000.125", Currency.USDT),
                Money.parse("8", Currency.USDT),
                false,
                TIME);
        return new OrderFilled(105, TIME, fill);
    }

    static OrderRefused refused() {
        return new OrderRefused(106, TIME, draft(), Refusal.of(RefusalCode.EMPTY_BOOK, FakeInstruments.BTC));
    }

    static HeadlinePublished headline(String template) {
        return new HeadlinePublished(
                113,
                TIME,
                new Headline(
                        TIME,
                        List.of(FakeInstruments.HALO),
                        template,
                        List.of("Halo Optics", "240"),
                        "Halo Optics wins an order worth 240 million dollars",
                        "Plover Wire"));
    }

    static FeedChanged feed(FeedStatus status) {
        return new FeedChanged(116 + List.of(FeedStatus.values()).indexOf(status), TIME, "simulated", status, "");
    }

    private static OrderDraft draft() {
        return OrderDraft.limit(
                FakeInstruments.BTC, Side.BUY, Quantity.parse("0.25"), Price.parse("64000.5"), OrderOrigin.TICKET);
    }
}
