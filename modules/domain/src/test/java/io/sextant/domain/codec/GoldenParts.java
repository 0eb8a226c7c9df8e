package io.sextant.domain.codec;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.forecast.ForecastChange;
import io.sextant.domain.hosting.HostingLimits;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.FlowAnomaly;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.BreakerLimits;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.GateOverride;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RateLimit;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.order.StrategyLimits;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.order.Trail;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.regime.RegimeSwitch;
import java.util.List;
import java.util.Map;

/** Orders, limits and what watchers tell, of which {@link GoldenExamples} are made. */
final class GoldenParts {

    static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    static final long NANOS = 1_795_132_800_123_456_789L;

    static final OrderDraft LIMIT_DRAFT = new OrderDraft(
            BTC,
            Side.BUY,
            OrderType.limit(Price.parse("64250.5")),
            Quantity.parse("0.015"),
            TimeInForce.GOOD_TILL_CANCELLED,
            OrderOrigin.TICKET,
            "été");
    static final OrderDraft MARKET_DRAFT =
            OrderDraft.market(InstrumentId.of("ES-2026Z"), Side.SELL, Quantity.parse("3"), OrderOrigin.STRATEGY);
    static final OrderDraft HANDLED_DRAFT = new OrderDraft(
            BTC,
            Side.SELL,
            OrderType.limit(Price.parse("65000")),
            Quantity.parse("1"),
            TimeInForce.GOOD_TILL_DATE,
            new OrderHandling(true, true, 1_800_000_000_000_000_000L),
            OrderOrigin.VOICE,
            "");
    static final OrderDraft STOP_DRAFT = new OrderDraft(
            BTC,
            Side.SELL,
            new OrderType.StopLimit(Price.parse("60000"), Price.parse("59950.5")),
            Quantity.parse("1"),
            TimeInForce.DAY,
            OrderOrigin.TICKET,
            "");
    static final OrderDraft TRAILING_DRAFT = new OrderDraft(
            BTC,
            Side.BUY,
            new OrderType.TrailingStop(new Trail.ByShare(150), Price.parse("61000")),
            Quantity.parse("1"),
            TimeInForce.GOOD_TILL_CANCELLED,
            OrderOrigin.TICKET,
            "");
    static final InstrumentLimits BTC_LIMITS = new InstrumentLimits(
            BTC, Quantity.parse("5"), Money.parse("250000", Currency.USDT), 250, Quantity.parse("12.5"));
    static final RiskLimits LIMITS = new RiskLimits(List.of(BTC_LIMITS), AccountLimits.UNBOUNDED, List.of());
    static final RiskLimits ACCOUNT_LIMITS = new RiskLimits(
            List.of(BTC_LIMITS),
            new AccountLimits(
                    500_000,
                    300,
                    RateLimit.perSecond(50),
                    RateLimit.perSecond(100),
                    RateLimit.perMinute(60),
                    500_000_000,
                    true,
                    60_000_000_000L,
                    2_000_000_000,
                    5_000,
                    10_000,
                    true,
                    List.of(InstrumentId.of("BAD")),
                    new BreakerLimits(1_000, 50, RateLimit.perMinute(10), 30_000_000_000L, 2_000_000_000)),
            List.of(new StrategyLimits(
                    "maker", 20_000, RateLimit.perSecond(20), RateLimit.perSecond(40), RateLimit.perMinute(30))));
    static final GateOverride OVERRIDE = new GateOverride(GateControl.DUPLICATE, "it is meant twice");

    static final FlowAnomaly ANOMALY = new FlowAnomaly(
            BTC, FlowAnomaly.Kind.ICEBERG, NANOS, Side.SELL, Price.parse("64250.5"), Quantity.parse("0.25"), 4);

    static final ForecastChange FORECAST =
            new ForecastChange(BTC, Timeframe.M5, ForecastChange.Kind.PROMOTED, "arima", "0.973");

    static final RegimeSwitch REGIME =
            new RegimeSwitch(BTC, Timeframe.H1, RegimeName.RANGE, RegimeName.TURBULENT, 83, NANOS);

    static final HostingTerms HOSTING = new HostingTerms(
            "trend-1",
            "sma-cross",
            Map.of("fast", 10.0, "slow", 30.0),
            List.of(BTC),
            Timeframe.M5,
            Money.parse("10000", Currency.USDT),
            new HostingLimits(Money.parse("12000", Currency.USDT), Money.parse("500", Currency.USDT), 20, 100),
            new BacktestSetup.Costs(10, 1, 2.5));

    private GoldenParts() {}
}
