package io.sextant.domain.codec;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
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
import io.sextant.domain.command.TellAnomaly;
import io.sextant.domain.command.TellForecastChange;
import io.sextant.domain.command.TellHeadline;
import io.sextant.domain.command.TellPassport;
import io.sextant.domain.command.TellRegimeSwitch;
import io.sextant.domain.event.AccountMarked;
import io.sextant.domain.event.AnomalySeen;
import io.sextant.domain.event.EngineStarted;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.event.ForecastChanged;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.event.KillSwitchChanged;
import io.sextant.domain.event.MarketPaceChanged;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.event.ParentChanged;
import io.sextant.domain.event.PassportWritten;
import io.sextant.domain.event.RegimeChanged;
import io.sextant.domain.event.RiskLimitsChanged;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.event.StrategyChanged;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
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
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.order.Trail;
import io.sextant.domain.parent.Steering;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.domain.venue.VenueTrust;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Random values of everything that is written, with the awkward ones (extremes, odd text) drawn often. */
final class RecordArbitraries {

    private static final List<Function<RecordArbitraries, Command>> COMMANDS = List.of(
            draw -> new PlaceOrder(draw.draft()),
            draw -> new CancelOrder(draw.orderId()),
            draw -> new AmendOrder(draw.orderId(), draw.someQuantity(), draw.price()),
            draw -> new CancelAllOrders(CancelScope.EVERYTHING),
            draw -> new CancelAllOrders(new CancelScope.OneInstrument(draw.instrumentId())),
            draw -> new EngageKillSwitch(draw.text()),
            draw -> new ReleaseKillSwitch(draw.text()),
            draw -> new ChangeRiskLimits(draw.limits()),
            draw -> new ChangeMarketPace(draw.pace(), draw.random.nextBoolean()),
            draw -> new ChangeSetting(draw.text(), draw.text()),
            draw -> new TellHeadline(List.of(draw.instrumentId()), draw.text(), draw.text()),
            draw -> new TellAnomaly(draw.watch.anomaly()),
            draw -> new TellPassport(draw.passports.passport()),
            draw -> new TellForecastChange(draw.watch.forecastChange()),
            draw -> new TellRegimeSwitch(draw.watch.regimeSwitch()),
            draw -> new HostStrategy(draw.hosting.terms()),
            draw -> draw.hosting.steer(),
            draw -> new PlaceStrategyOrder(draw.text(), draw.draft()),
            draw -> new SettleDifferences(draw.number(), draw.text()),
            draw -> new PlaceBracket(draw.parents.bracket()),
            draw -> new PlaceAlgo(draw.parents.algo()),
            draw -> new SteerParent(draw.orderId(), draw.any(Steering.values())),
            draw -> new FlattenPositions(CancelScope.EVERYTHING),
            draw -> new PlaceOverridden(draw.draft(), draw.gate.override()),
            draw -> draw.gate.command());

    private static final List<Function<RecordArbitraries, Event>> EVENTS = List.of(
            draw -> new EngineStarted(
                    draw.number(),
                    draw.number(),
                    draw.any(TradingMode.values()),
                    draw.number(),
                    draw.number(),
                    draw.number(),
                    draw.text()),
            draw -> new OrderChanged(
                    draw.number(), draw.number(), draw.order(), draw.any(OrderState.values()), draw.text()),
            draw -> new OrderFilled(draw.number(), draw.number(), draw.fill()),
            draw -> new OrderRefused(draw.number(), draw.number(), draw.draft(), draw.refusal()),
            draw -> new KillSwitchChanged(draw.number(), draw.number(), draw.random.nextBoolean(), draw.text()),
            draw -> new RiskLimitsChanged(draw.number(), draw.number(), draw.limits()),
            draw -> new MarketPaceChanged(draw.number(), draw.number(), draw.pace(), draw.random.nextBoolean()),
            draw -> new HeadlinePublished(draw.number(), draw.number(), draw.headline()),
            draw -> new AnomalySeen(draw.number(), draw.number(), draw.watch.anomaly()),
            draw -> new ForecastChanged(draw.number(), draw.number(), draw.watch.forecastChange()),
            draw -> new RegimeChanged(draw.number(), draw.number(), draw.watch.regimeSwitch()),
            draw -> new StrategyChanged(draw.number(), draw.number(), draw.hosting.change()),
            draw -> new PassportWritten(draw.number(), draw.number(), draw.passports.passport()),
            draw -> draw.marked(),
            draw -> new SettingChanged(draw.number(), draw.number(), draw.text(), draw.text()),
            draw -> new FeedChanged(
                    draw.number(), draw.number(), draw.text(), draw.any(FeedChanged.FeedStatus.values()), draw.text()),
            draw -> new VenueChecked(
                    draw.number(),
                    draw.number(),
                    draw.text(),
                    draw.any(VenueTrust.values()),
                    draw.text(),
                    List.of(new VenueDifference(
                            draw.any(VenueDifference.Kind.values()), draw.text(), draw.text(), draw.text()))),
            draw -> new ParentChanged(draw.number(), draw.number(), draw.parents.parent()),
            draw -> draw.gate.event());

    static final List<Currency> CURRENCIES =
            List.of(Currency.USD, Currency.EUR, Currency.USDT, Currency.BTC, Currency.SOL, new Currency("JPY", 4));

    private final Random random;
    private final ParentArbitraries parents;
    private final GateArbitraries gate;
    private final WatchArbitraries watch;
    private final HostingArbitraries hosting;
    private final PassportArbitraries passports;
    private final InstrumentArbitraries instruments;

    RecordArbitraries(long seed) {
        random = new Random(seed);
        parents = new ParentArbitraries(this, random);
        gate = new GateArbitraries(random);
        watch = new WatchArbitraries(this, random);
        hosting = new HostingArbitraries(this, random);
        passports = new PassportArbitraries(this, random);
        instruments = new InstrumentArbitraries(this, random);
    }

    Command command() {
        return COMMANDS.get(random.nextInt(COMMANDS.size())).apply(this);
    }

    CommandKey key() {
        return new CommandKey("k" + Long.toHexString(random.nextLong()));
    }

    Event event() {
        return EVENTS.get(random.nextInt(EVENTS.size())).apply(this);
    }

    SessionTerms terms() {
        Currency reporting = any(CURRENCIES);
        List<ConversionRate> rates = CURRENCIES.stream()
                .filter(from -> !from.equals(reporting))
                .map(from -> new ConversionRate(
                        from, reporting, Price.of(1 + random.nextLong(1_000_000_000), random.nextInt(12)), text()))
                .toList();
        List<Money> cash = CURRENCIES.stream()
                .filter(_ -> random.nextBoolean())
                .map(currency -> Money.of(random.nextLong(Long.MAX_VALUE), currency))
                .toList();
        return new SessionTerms(
                any(TradingMode.values()),
                number(),
                number(),
                "feed " + text(),
                reporting,
                rates,
                cash,
                any(CostBasis.values()),
                new InstrumentCatalog(IntStream.rangeClosed(0, random.nextInt(8))
                        .mapToObj(i -> instruments.instrument(InstrumentId.of("I" + i)))
                        .toList()));
    }

    private Order order() {
        OrderDraft terms = draft();
        long filled = random.nextBoolean()
                ? terms.quantity().units()
                : random.nextLong(terms.quantity().units());
        return new Order(
                orderId(),
                terms,
                any(OrderState.values()),
                Quantity.of(filled, terms.quantity().scale()),
                money(),
                number(),
                number());
    }

    private Fill fill() {
        return new Fill(
                number(),
                orderId(),
                instrumentId(),
                any(Side.values()),
                price(),
                someQuantity(),
                money(),
                money(),
                random.nextBoolean(),
                number());
    }

    OrderDraft draft() {
        OrderType type = type();
        TimeInForce stays = stays(type);
        return new OrderDraft(
                instrumentId(),
                any(Side.values()),
                type,
                someQuantity(),
                stays,
                handling(stays, type),
                any(OrderOrigin.values()),
                parents.link(),
                text());
    }

    private OrderType type() {
        return switch (random.nextInt(6)) {
            case 0 -> OrderType.market();
            case 1 -> new OrderType.Stop(price());
            case 2 -> new OrderType.StopLimit(price(), price());
            case 3 -> OrderType.trailing(new Trail.ByShare(1 + random.nextInt(9_999)));
            case 4 ->
                new OrderType.TrailingStop(
                        new Trail.ByAmount(Price.of(1 + random.nextLong(Long.MAX_VALUE), random.nextInt(9))), price());
            default -> OrderType.limit(price());
        };
    }

    private TimeInForce stays(OrderType type) {
        return switch (type) {
            case OrderType.Market _ ->
                random.nextBoolean() ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.FILL_OR_KILL;
            case OrderType.Limit _ -> any(TimeInForce.values());
            case OrderType.Stop _, OrderType.StopLimit _, OrderType.TrailingStop _ ->
                any(new TimeInForce[] {TimeInForce.GOOD_TILL_CANCELLED, TimeInForce.DAY, TimeInForce.GOOD_TILL_DATE});
        };
    }

    private OrderHandling handling(TimeInForce stays, OrderType type) {
        return new OrderHandling(
                !stays.isImmediate() && !type.tradesAtMarket() && random.nextBoolean(),
                random.nextBoolean(),
                stays == TimeInForce.GOOD_TILL_DATE ? 1 + random.nextLong(Long.MAX_VALUE) : 0);
    }

    private RiskLimits limits() {
        List<InstrumentLimits> byInstrument = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> new InstrumentLimits(
                        InstrumentId.of("L" + i),
                        someQuantity(),
                        Money.of(random.nextLong(Long.MAX_VALUE), Currency.USD),
                        random.nextInt(10_001),
                        Quantity.of(random.nextInt(1_000), random.nextInt(19))))
                .toList();
        return new RiskLimits(byInstrument, gate.account(), gate.strategies());
    }

    private Refusal refusal() {
        return new Refusal(any(RefusalCode.values()), List.of(text(), text()));
    }

    Headline headline() {
        return new Headline(number(), List.of(instrumentId(), instrumentId()), text(), List.of(text()), text(), text());
    }

    private AccountMarked marked() {
        Currency currency = any(CURRENCIES);
        return new AccountMarked(
                number(),
                number(),
                Money.of(number(), currency),
                Money.of(number(), currency),
                Money.of(number(), currency),
                Money.of(number(), currency),
                Money.of(number(), currency));
    }

    private double pace() {
        return random.nextBoolean() ? ChangeMarketPace.UNLIMITED : Double.MIN_VALUE + random.nextDouble() * 1e6;
    }

    OrderId orderId() {
        return new OrderId(1 + (random.nextLong() >>> 1 >>> random.nextInt(63)) % (Long.MAX_VALUE - 1));
    }

    InstrumentId instrumentId() {
        return InstrumentId.of(any(List.of("BTC-USDT", "ES-2026Z", "9", "BRK.B", "A234567890123456789012345678901-")));
    }

    Price price() {
        return Price.of(number(), random.nextInt(19));
    }

    Quantity someQuantity() {
        return Quantity.of(
                1 + (random.nextLong() >>> 1 >>> random.nextInt(63)) % (Long.MAX_VALUE - 1), random.nextInt(19));
    }

    Money money() {
        return Money.of(number(), any(CURRENCIES));
    }

    long number() {
        return switch (random.nextInt(8)) {
            case 0 -> Long.MIN_VALUE;
            case 1 -> Long.MAX_VALUE;
            case 2 -> 0;
            default -> random.nextLong() >> random.nextInt(64);
        };
    }

    String text() {
        return switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> "l'été à 10 €, 価格, 🚀";
            case 2 -> "\u0000\n\uD800 \uFFFF";
            case 3 -> "x".repeat(random.nextInt(3_000));
            default -> "order " + random.nextInt();
        };
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
