package io.sextant.domain.codec;

import static io.sextant.domain.codec.GoldenParts.ACCOUNT_LIMITS;
import static io.sextant.domain.codec.GoldenParts.ANOMALY;
import static io.sextant.domain.codec.GoldenParts.BTC;
import static io.sextant.domain.codec.GoldenParts.FORECAST;
import static io.sextant.domain.codec.GoldenParts.HANDLED_DRAFT;
import static io.sextant.domain.codec.GoldenParts.HOSTING;
import static io.sextant.domain.codec.GoldenParts.LIMITS;
import static io.sextant.domain.codec.GoldenParts.LIMIT_DRAFT;
import static io.sextant.domain.codec.GoldenParts.MARKET_DRAFT;
import static io.sextant.domain.codec.GoldenParts.NANOS;
import static io.sextant.domain.codec.GoldenParts.OVERRIDE;
import static io.sextant.domain.codec.GoldenParts.REGIME;
import static io.sextant.domain.codec.GoldenParts.STOP_DRAFT;
import static io.sextant.domain.codec.GoldenParts.TRAILING_DRAFT;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeGateState;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.EnableStrategy;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.FlattenPositions;
import io.sextant.domain.command.HostStrategy;
import io.sextant.domain.command.PlaceAlgo;
import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.command.PlaceOverridden;
import io.sextant.domain.command.PlaceStrategyOrder;
import io.sextant.domain.command.ReleaseKillSwitch;
import io.sextant.domain.command.SettleDifferences;
import io.sextant.domain.command.SteerParent;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.command.TellAnomaly;
import io.sextant.domain.command.TellForecastChange;
import io.sextant.domain.command.TellHeadline;
import io.sextant.domain.command.TellPassport;
import io.sextant.domain.command.TellRegimeSwitch;
import io.sextant.domain.event.AccountMarked;
import io.sextant.domain.event.AnomalySeen;
import io.sextant.domain.event.BreakerChanged;
import io.sextant.domain.event.EngineStarted;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged;
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
import io.sextant.domain.hosting.HostSteering;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.StageCause;
import io.sextant.domain.hosting.StageChange;
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
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Breaker;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderLink;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.Trail;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.BracketTerms.Opening;
import io.sextant.domain.parent.ExitStop;
import io.sextant.domain.parent.ImpactTerms;
import io.sextant.domain.parent.ParentKind;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.ParentStage;
import io.sextant.domain.parent.Steering;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.domain.venue.VenueTrust;
import java.util.List;
import java.util.Map;

/** One fixed example of every kind of record; the golden files hold their bytes. */
final class GoldenExamples {

    static final Map<String, Command> COMMANDS = Map.ofEntries(
            Map.entry(
                    "PlaceBracket.entry",
                    new PlaceBracket(new BracketTerms(
                            new Opening.ByOrder(LIMIT_DRAFT),
                            new BracketExits(
                                    Price.parse("66000"),
                                    new ExitStop.Atr(Timeframe.M1, 14, 2.5),
                                    3_600_000_000_000L,
                                    Price.parse("400"))))),
            Map.entry(
                    "PlaceBracket.held",
                    new PlaceBracket(new BracketTerms(
                            new Opening.Held(BTC, Side.SELL, Quantity.parse("0.5"), OrderOrigin.COMMAND_LINE),
                            new BracketExits(null, new ExitStop.Trailing(new Trail.ByShare(80)), 0, null)))),
            Map.entry("PlaceAlgo.twap", algo(new AlgoPlan.Twap(600_000_000_000L, 20))),
            Map.entry("PlaceAlgo.vwap", algo(new AlgoPlan.Vwap(600_000_000_000L, List.of(3, 1, 2)))),
            Map.entry("PlaceAlgo.pov", algo(new AlgoPlan.Pov(1_000, 600_000_000_000L))),
            Map.entry(
                    "PlaceAlgo.shortfall",
                    algo(new AlgoPlan.Shortfall(600_000_000_000L, 20, new ImpactTerms(1e-6, 0.5, 2.5e-7, 2.5e-6)))),
            Map.entry("PlaceAlgo.chaser", algo(new AlgoPlan.Chaser(60_000_000_000L))),
            Map.entry("PlaceAlgo.iceberg", algo(new AlgoPlan.Iceberg(Quantity.parse("0.1"), 2_000))),
            Map.entry(
                    "PlaceAlgo.route",
                    algo(new AlgoPlan.Route(List.of(InstrumentId.of("BTC-USDT.KRAKEN")), 60_000_000_000L))),
            Map.entry("SteerParent", new SteerParent(new OrderId(42), Steering.HURRY)),
            Map.entry("FlattenPositions", new FlattenPositions(new CancelScope.OneInstrument(BTC))),
            Map.entry("PlaceOrder.linked", new PlaceOrder(LIMIT_DRAFT.linkedTo(new OrderLink(7, OrderLeg.TARGET)))),
            Map.entry("PlaceOrder.limit", new PlaceOrder(LIMIT_DRAFT)),
            Map.entry("PlaceOrder.market", new PlaceOrder(MARKET_DRAFT)),
            Map.entry("PlaceOrder.handled", new PlaceOrder(HANDLED_DRAFT)),
            Map.entry("PlaceOrder.stopLimit", new PlaceOrder(STOP_DRAFT)),
            Map.entry("PlaceOrder.trailing", new PlaceOrder(TRAILING_DRAFT)),
            Map.entry("CancelOrder", new CancelOrder(new OrderId(42))),
            Map.entry("AmendOrder", new AmendOrder(new OrderId(42), Quantity.parse("0.02"), Price.parse("64000"))),
            Map.entry("CancelAllOrders.everything", new CancelAllOrders(CancelScope.EVERYTHING)),
            Map.entry("CancelAllOrders.oneInstrument", new CancelAllOrders(new CancelScope.OneInstrument(BTC))),
            Map.entry("EngageKillSwitch", new EngageKillSwitch("too fast")),
            Map.entry("ReleaseKillSwitch", new ReleaseKillSwitch("looked at it")),
            Map.entry("ChangeRiskLimits", new ChangeRiskLimits(LIMITS)),
            Map.entry("ChangeRiskLimits.account", new ChangeRiskLimits(ACCOUNT_LIMITS)),
            Map.entry(
                    "EngageKillSwitch.strategy", new EngageKillSwitch("runs away", new KillScope.OneStrategy("maker"))),
            Map.entry(
                    "ReleaseKillSwitch.account",
                    new ReleaseKillSwitch("looked at it", new KillScope.OneAccount("paper"))),
            Map.entry("PlaceOverridden", new PlaceOverridden(LIMIT_DRAFT, OVERRIDE)),
            Map.entry("ChangeGateState", new ChangeGateState(GateState.REDUCING, "before the figures")),
            Map.entry("EnableStrategy", new EnableStrategy("maker", "it was the feed")),
            Map.entry("ChangeMarketPace", new ChangeMarketPace(2.5, true)),
            Map.entry("ChangeSetting", new ChangeSetting("theme", "dark")),
            Map.entry("TellHeadline", new TellHeadline(List.of(BTC), "Le bitcoin s'envole", "Dépêche")),
            Map.entry("TellAnomaly", new TellAnomaly(ANOMALY)),
            Map.entry("TellForecastChange", new TellForecastChange(FORECAST)),
            Map.entry("TellRegimeSwitch", new TellRegimeSwitch(REGIME)),
            Map.entry("TellPassport", new TellPassport(GoldenListing.PASSPORT)),
            Map.entry("HostStrategy", new HostStrategy(HOSTING)),
            Map.entry(
                    "SteerStrategy",
                    new SteerStrategy("trend-1", HostSteering.PAUSE, StageCause.FELL_BEHIND, "4096 reports wait")),
            Map.entry("PlaceStrategyOrder", new PlaceStrategyOrder("trend-1", LIMIT_DRAFT)),
            Map.entry("SettleDifferences", new SettleDifferences(77, "looked at the account")));

    static final Map<String, Event> FACTS = Map.ofEntries(
            Map.entry(
                    "ParentChanged",
                    new ParentChanged(
                            9,
                            NANOS,
                            new ParentOrder(
                                    new OrderId(42),
                                    ParentKind.VWAP,
                                    BTC,
                                    Side.BUY,
                                    Quantity.parse("2"),
                                    Quantity.parse("0.5"),
                                    ParentStage.PAUSED,
                                    "paused",
                                    Price.parse("64000"),
                                    Price.parse("64010.25"),
                                    null,
                                    Money.parse("12.5", Currency.USDT),
                                    NANOS,
                                    NANOS + 600_000_000_000L,
                                    NANOS + 5))),
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
            Map.entry("RiskLimitsChanged.account", new RiskLimitsChanged(6, NANOS, ACCOUNT_LIMITS)),
            Map.entry(
                    "KillSwitchChanged.strategy",
                    new KillSwitchChanged(5, NANOS, true, "runs away", new KillScope.OneStrategy("maker"))),
            Map.entry(
                    "GateStateChanged",
                    new GateStateChanged(30, NANOS, GateState.ACTIVE, GateState.HALTED, "FEED_SILENCE")),
            Map.entry(
                    "BreakerChanged",
                    new BreakerChanged(31, NANOS, Breaker.LATENCY, true, 3_000_000_000L, 2_000_000_000)),
            Map.entry("OverrideUsed", new OverrideUsed(32, NANOS, new OrderId(42), OVERRIDE)),
            Map.entry("StrategyThrottled", new StrategyThrottled(33, NANOS, "maker", true, "30 executions in PT1M")),
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
            Map.entry("AnomalySeen", new AnomalySeen(40, NANOS, ANOMALY)),
            Map.entry("PassportWritten", new PassportWritten(60, NANOS, GoldenListing.PASSPORT)),
            Map.entry("ForecastChanged", new ForecastChanged(41, NANOS, FORECAST)),
            Map.entry("RegimeChanged", new RegimeChanged(42, NANOS, REGIME)),
            Map.entry(
                    "StrategyChanged",
                    new StrategyChanged(
                            43,
                            NANOS,
                            new StageChange(
                                    "trend-1",
                                    HostedStage.RUNNING,
                                    HostedStage.PAUSED,
                                    StageCause.KILL_SWITCH,
                                    "enough"))),
            Map.entry("SettingChanged", new SettingChanged(10, NANOS, "theme", "dark")),
            Map.entry(
                    "FeedChanged",
                    new FeedChanged(11, NANOS, "binance", FeedChanged.FeedStatus.STALE, "silent for 5 s")),
            Map.entry(
                    "VenueChecked",
                    new VenueChecked(
                            12,
                            NANOS,
                            "kraken",
                            VenueTrust.DIFFERS,
                            "It differs.",
                            List.of(
                                    new VenueDifference(VenueDifference.Kind.BALANCE_DIFFERS, "BTC", "1.5", "1.25"),
                                    new VenueDifference(
                                            VenueDifference.Kind.ORDER_UNKNOWN_HERE, "OQ-1", "", "buy 1 BTC")))));

    static final Map<String, SessionTerms> SESSIONS = Map.of(
            "SessionTermsWithSmallestValue",
            GoldenListing.SMALLEST_VALUE,
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

    private static PlaceAlgo algo(AlgoPlan plan) {
        return new PlaceAlgo(new AlgoTerms(
                BTC, Side.BUY, Quantity.parse("2"), Price.parse("65000"), false, plan, OrderOrigin.TICKET, "because"));
    }
}
