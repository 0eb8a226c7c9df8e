package io.sextant.domain.codec;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.command.ReleaseKillSwitch;
import io.sextant.domain.command.TellHeadline;
import io.sextant.domain.event.AccountMarked;
import io.sextant.domain.event.EngineStarted;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.event.KillSwitchChanged;
import io.sextant.domain.event.MarketPaceChanged;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.event.RiskLimitsChanged;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.FeeSchedule.FeeCurrency;
import io.sextant.domain.instrument.Future;
import io.sextant.domain.instrument.Index;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.Option;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import java.util.List;
import java.util.Map;

/** One fixed example of every kind of record; the golden files hold their bytes. */
final class GoldenExamples {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final long NANOS = 1_795_132_800_123_456_789L;

    private static final OrderDraft LIMIT_DRAFT = new OrderDraft(
            BTC,
            Side.BUY,
            OrderType.limit(Price.parse("64250.5")),
            Quantity.parse("0.015"),
            TimeInForce.GOOD_TILL_CANCELLED,
            OrderOrigin.TICKET,
            "été");
    private static final OrderDraft MARKET_DRAFT =
            OrderDraft.market(InstrumentId.of("ES-2026Z"), Side.SELL, Quantity.parse("3"), OrderOrigin.STRATEGY);
    private static final RiskLimits LIMITS = new RiskLimits(List.of(new InstrumentLimits(
            BTC, Quantity.parse("5"), Money.parse("250000", Currency.USDT), 250, Quantity.parse("12.5"))));

    static final Map<String, Command> COMMANDS = Map.ofEntries(
            Map.entry("PlaceOrder.limit", new PlaceOrder(LIMIT_DRAFT)),
            Map.entry("PlaceOrder.market", new PlaceOrder(MARKET_DRAFT)),
            Map.entry("CancelOrder", new CancelOrder(new OrderId(42))),
            Map.entry("AmendOrder", new AmendOrder(new OrderId(42), Quantity.parse("0.02"), Price.parse("64000"))),
            Map.entry("CancelAllOrders.everything", new CancelAllOrders(CancelScope.EVERYTHING)),
            Map.entry("CancelAllOrders.oneInstrument", new CancelAllOrders(new CancelScope.OneInstrument(BTC))),
            Map.entry("EngageKillSwitch", new EngageKillSwitch("too fast")),
            Map.entry("ReleaseKillSwitch", new ReleaseKillSwitch("looked at it")),
            Map.entry("ChangeRiskLimits", new ChangeRiskLimits(LIMITS)),
            Map.entry("ChangeMarketPace", new ChangeMarketPace(2.5, true)),
            Map.entry("ChangeSetting", new ChangeSetting("theme", "dark")),
            Map.entry("TellHeadline", new TellHeadline(List.of(BTC), "Le bitcoin s'envole", "Dépêche")));

    static final Map<String, Event> FACTS = Map.ofEntries(
            Map.entry("EngineStarted", new EngineStarted(1, NANOS, TradingMode.PAPER, -7, 1_000, 12, "tail cut")),
            Map.entry(
                    "OrderChanged",
                    new OrderChanged(
                            2,
                            NANOS,
                            new Order(
                                    new OrderId(42),
                                    LIMIT_DRAFT,
                                    OrderState.PARTLY_FILLED,
                                    Quantity.parse("0.01"),
                                    Money.parse("642.505", Currency.USDT),
                                    NANOS,
                                    NANOS + 5),
                            OrderState.ACCEPTED,
                            "filled")),
            Map.entry(
                    "OrderFilled",
                    new OrderFilled(
                            3,
                            NANOS,
                            new Fill(
                                    77,
                                    new OrderId(42),
                                    BTC,
                                    Side.BUY,
                                    Price.parse("64250.5"),
                                    Quantity.parse("0.01"),
                                    Money.parse("642.505", Currency.USDT),
                                    Money.parse("-0.00001", Currency.BTC),
                                    true,
                                    NANOS))),
            Map.entry(
                    "OrderRefused",
                    new OrderRefused(
                            4, NANOS, MARKET_DRAFT, new Refusal(RefusalCode.QUANTITY_LIMIT, List.of("3", "2")))),
            Map.entry("KillSwitchChanged", new KillSwitchChanged(5, NANOS, true, "too fast")),
            Map.entry("RiskLimitsChanged", new RiskLimitsChanged(6, NANOS, LIMITS)),
            Map.entry("MarketPaceChanged", new MarketPaceChanged(7, NANOS, ChangeMarketPace.UNLIMITED, false)),
            Map.entry(
                    "HeadlinePublished",
                    new HeadlinePublished(
                            8,
                            NANOS,
                            new Headline(
                                    NANOS,
                                    List.of(BTC),
                                    "halving",
                                    List.of("4"),
                                    "The halving is 4 days away.",
                                    "wire"))),
            Map.entry(
                    "AccountMarked",
                    new AccountMarked(
                            9,
                            -NANOS,
                            Money.parse("100000", Currency.USDT),
                            Money.parse("-1.5", Currency.USDT),
                            Money.parse("2.25", Currency.USDT),
                            Money.zero(Currency.USDT),
                            Money.parse("642.505", Currency.USDT))),
            Map.entry("SettingChanged", new SettingChanged(10, NANOS, "theme", "dark")),
            Map.entry(
                    "FeedChanged",
                    new FeedChanged(11, NANOS, "binance", FeedChanged.FeedStatus.STALE, "silent for 5 s")));

    static final Map<String, SessionTerms> SESSIONS = Map.of(
            "SessionTerms",
            new SessionTerms(
                    TradingMode.SIMULATED,
                    20_261_120,
                    NANOS,
                    "simulated market",
                    Currency.USDT,
                    List.of(new ConversionRate(Currency.USD, Currency.USDT, Price.parse("0.9998"), "fixed")),
                    List.of(Money.parse("100000", Currency.USDT), Money.parse("50000", Currency.USD)),
                    CostBasis.FIRST_IN_FIRST_OUT,
                    new InstrumentCatalog(List.of(
                            new SpotPair(
                                    BTC,
                                    "Bitcoin",
                                    Currency.BTC,
                                    Currency.USDT,
                                    TradingRules.of("0.01", "0.00001"),
                                    new FeeSchedule(-50, 400, 0, FeeCurrency.BASE_WHEN_BUYING)),
                            new Equity(
                                    InstrumentId.of("ACME"),
                                    "Acme",
                                    Currency.USD,
                                    TradingRules.of("0.01", "1"),
                                    FeeSchedule.perLot(350_000)),
                            new Index(InstrumentId.of("SX10"), "Ten", Currency.USD, TradingRules.of("0.01", "1")),
                            new Future(
                                    InstrumentId.of("ES-2026Z"),
                                    "E-mini",
                                    Currency.USD,
                                    TradingRules.of("0.25", "1"),
                                    FeeSchedule.perLot(225_000_000),
                                    50,
                                    NANOS),
                            new Option(
                                    InstrumentId.of("ACME-C100"),
                                    "Acme call",
                                    Currency.USD,
                                    TradingRules.of("0.05", "1"),
                                    FeeSchedule.FREE,
                                    100,
                                    InstrumentId.of("ACME"),
                                    Option.Right.PUT,
                                    Option.Exercise.AMERICAN,
                                    Price.parse("100"),
                                    NANOS)))));

    private GoldenExamples() {}
}
