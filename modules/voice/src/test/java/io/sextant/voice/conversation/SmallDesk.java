package io.sextant.voice.conversation;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Index;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.Depth;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.position.Account;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.EngineHealth;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.OrderPreview;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.risk.OrderRisk;
import io.sextant.domain.risk.TailRisk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** An engine that answers what a conversation asks, at once, and keeps what it was sent. */
final class SmallDesk implements EngineClient {

    static final InstrumentId COIN = InstrumentId.of("BTC-USDT");
    static final InstrumentId SHARE = InstrumentId.of("NARWHAL.SIM");

    private static final List<Instrument> INSTRUMENTS = List.of(
            new SpotPair(
                    COIN,
                    "Bitcoin / Tether",
                    Currency.BTC,
                    Currency.USDT,
                    TradingRules.of("0.5", "0.0001"),
                    FeeSchedule.FREE),
            new Equity(SHARE, "Narwhal", Currency.USD, TradingRules.of("0.01", "1"), FeeSchedule.FREE),
            new Index(InstrumentId.of("SIM4"), "Index", Currency.USD, TradingRules.of("0.01", "1")));

    final Map<CommandKey, Command> sent = new LinkedHashMap<>();
    final Map<InstrumentId, Price> prices = new LinkedHashMap<>();
    List<Position> positions = List.of();
    List<Order> working = List.of();
    Optional<Refusal> previewRefusal = Optional.empty();
    /** Answers to questions wait for it. */
    CompletableFuture<Void> held = CompletableFuture.completedFuture(null);

    final List<Query.RiskOfOrder> risksAsked = new ArrayList<>();

    /** Refuses the command of this place, counted from zero. */
    int refusedPlace = -1;

    /** The connection breaks at the command of this place. */
    int brokenPlace = -1;

    Refusal refusal = Refusal.of(RefusalCode.NOT_TRADABLE, "it");

    SmallDesk() {
        prices.put(COIN, Price.of(64_000, 0));
        prices.put(SHARE, Price.of(180, 0));
    }

    static List<Instrument> instruments() {
        return INSTRUMENTS;
    }

    static Position held(InstrumentId instrument, String quantity, Currency currency) {
        BigDecimal size = new BigDecimal(quantity);
        Money none = Money.zero(currency);
        return new Position(
                instrument,
                size.unscaledValue().longValueExact(),
                size.scale(),
                none,
                Price.of(1, 0),
                none,
                none,
                none,
                none,
                none);
    }

    @Override
    public CompletionStage<Answer> submit(CommandKey key, Command command) {
        int place = sent.size();
        if (sent.put(key, command) != null) {
            throw new AssertionError("the key " + key + " was used twice");
        }
        if (place == brokenPlace) {
            return CompletableFuture.failedFuture(new IllegalStateException("the line was cut"));
        }
        return CompletableFuture.completedFuture(
                place == refusedPlace ? new Answer.Refused(refusal) : new Answer.Done(place, Optional.empty()));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> CompletionStage<R> ask(Query<R> query) {
        Object answer = switch (query) {
            case Query.Instruments() -> INSTRUMENTS;
            case Query.Desk() -> desk();
            case Query.Market(InstrumentId instrument) -> market(instrument);
            case Query.Preview(OrderDraft order) -> preview(order);
            case Query.RiskOfOrder wanted -> {
                risksAsked.add(wanted);
                yield new OrderRisk.Measured(
                        Currency.USD, 0.975, 300, 100_000, new TailRisk(900, 1_200), new TailRisk(1_000, 1_500));
            }
            default -> throw new AssertionError("not asked for: " + query);
        };
        return held.thenApply(released -> (R) answer);
    }

    private MarketState market(InstrumentId instrument) {
        return new MarketState(
                instrument,
                0,
                Optional.ofNullable(prices.get(instrument)),
                Depth.EMPTY,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Quantity.ZERO);
    }

    private OrderPreview preview(OrderDraft order) {
        return new OrderPreview(
                Optional.ofNullable(prices.get(order.instrument())),
                Optional.of(Money.parse("1234.5", Currency.USDT)),
                Optional.of(Money.parse("0.12345678", Currency.USDT)),
                Optional.empty(),
                "0",
                order.quantity().toString(),
                previewRefusal);
    }

    private DeskState desk() {
        Money none = Money.zero(Currency.USD);
        return new DeskState(
                TradingMode.SIMULATED,
                1,
                1_000,
                1,
                false,
                false,
                "",
                new Account(List.of(), List.of(), none, none, none, none, none, none, none, none, none),
                positions,
                working,
                RiskLimits.NONE,
                new EngineHealth(true, "", "", FeedStatus.CONNECTED, 0, 0, 0, 0, 0, 0));
    }

    List<Command> commands() {
        return new ArrayList<>(sent.values());
    }

    @Override
    public <R> RunningJob<R> start(Job<R> job) {
        throw new AssertionError("no job is started");
    }

    @Override
    public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
        throw new AssertionError("nothing is listened to");
    }

    @Override
    public void close() {}
}
