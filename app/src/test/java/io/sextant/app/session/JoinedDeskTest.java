package io.sextant.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.app.vault.LocalKeyDesk;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceAlgo;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.ParentKind;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.ParentStage;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.Query;
import io.sextant.domain.session.DeskMending;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.domain.vault.KeyEntry;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueKeys;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.exchange.LiveVenue;
import io.sextant.exchange.VenueAddresses;
import io.sextant.exchange.VenueKeyInspector;
import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.KrakenShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.VenueShape;
import io.sextant.exchange.standin.account.AccountTruth;
import io.sextant.exchange.standin.account.BinanceAccountDesk;
import io.sextant.exchange.standin.account.KrakenAccountDesk;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.wire.LoopbackServer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole desk over two venues on loopback: a route is placed, both fill, and what the desk holds is what they hold. */
class JoinedDeskTest {

    private static final InstrumentId AT_BINANCE = InstrumentId.of("BTC-USD.BINANCE");
    private static final InstrumentId AT_KRAKEN = InstrumentId.of("BTC-USD.KRAKEN");
    private static final long MILLI = 1_000_000L;
    private static final int PATIENCE_SECONDS = 120;
    private static final String KRAKEN_SECRET = "c2VjcmV0";

    /** Just over a hundred thousand dollars, which is what each venue has of ours. */
    private static final Quantity MUCH = Quantity.parse("0.155");

    /** Less than the smallest order of any of the two. */
    private static final BigDecimal DUST = new BigDecimal("0.0001");

    @TempDir
    Path folder;

    private final SystemClock clock = new SystemClock();
    private final SystemScheduler scheduler = new SystemScheduler("stand-in");
    private final StandInExchange binance =
            exchange(new BinanceShape(), new ListedPair("BTC", "USD", 2, 5, 65_000_000), 3);
    private final StandInExchange kraken =
            exchange(new KrakenShape(), new ListedPair("BTC", "USD", 1, 8, 6_500_000), 4);
    private final AccountTruth atBinance = account(binance, false);
    private final AccountTruth atKraken = account(kraken, true);
    private LoopbackServer binanceServer;
    private LoopbackServer krakenServer;

    private StandInExchange exchange(VenueShape shape, ListedPair pair, long seed) {
        StandInExchange exchange = new StandInExchange(shape, List.of(pair), seed, clock, scheduler, FaultPlan.none());
        for (int i = 0; i < 60; i++) {
            exchange.move(0);
        }
        return exchange;
    }

    private static AccountTruth account(StandInExchange exchange, boolean feeInQuote) {
        return new AccountTruth(
                Map.of("USD", new BigDecimal("100000"), "BTC", BigDecimal.TWO), feeInQuote, 5, exchange::venueNanos);
    }

    @BeforeEach
    void open() {
        binance.serve(new BinanceAccountDesk(binance, atBinance, "key", "secret"));
        kraken.serve(new KrakenAccountDesk(kraken, atKraken, "key", KRAKEN_SECRET));
        binanceServer = new LoopbackServer(binance);
        krakenServer = new LoopbackServer(kraken);
        scheduler.every(50 * MILLI, () -> binance.move(0));
        scheduler.every(50 * MILLI, () -> kraken.move(0));
    }

    @AfterEach
    void close() {
        scheduler.close();
        binanceServer.close();
        krakenServer.close();
    }

    @Test
    void routesOnPaperAndGoesOnAfterARestart() throws Exception {
        DeskOptions options = options(Optional.empty());
        List<String> positions;
        try (DeskSession session = DeskSession.open(options, what -> {})) {
            awaitBooks(session);
            assertThat(desk(session).mode()).isEqualTo(TradingMode.PAPER);
            assertThat(session.terms().feed()).isEqualTo("binance+kraken");
            assertThat(session.terms().startingCash().getFirst().toDouble())
                    .as("as much at each")
                    .isEqualTo(200_000);
            ParentOrder route = routed(session, MUCH);
            assertThat(route.fees().units()).isPositive();
            assertThat(route.arrival()).isNotNull();
            assertThat(holds(session, AT_BINANCE)).isTrue();
            assertThat(holds(session, AT_KRAKEN)).isTrue();
            positions = positions(session);
        }
        assertThat(folder.resolve("paper").resolve("binance+kraken-BTC-USD")).isDirectory();
        try (DeskSession session = DeskSession.open(options, what -> {})) {
            assertThat(positions(session)).isEqualTo(positions);
        }
        assertThat(OfflineDesk.read(options).desk().positions()).hasSize(2);
        DeskFolder named = DeskFolder.of(folder, Optional.of("binance+kraken-BTC-USD"));
        try (LocalKeyDesk vault = LocalKeyDesk.in(folder, new VenueKeyInspector(clock, Optional.empty()), clock)) {
            assertThat(OfflineDesk.toOpen(folder, named, vault).live().map(LiveChoice::label))
                    .contains("binance+kraken");
        }
    }

    @Test
    void routesWithAnAccountAtEachAndHoldsWhatTheyHold() throws Exception {
        DeskOptions unagreed = options(Optional.of(trading(Optional.empty())));
        assertThatThrownBy(() -> DeskSession.open(unagreed, what -> {})).isInstanceOf(LiveNotAgreed.class);
        try (DeskSession session = DeskSession.open(options(Optional.of(trading(Optional.of("main")))), what -> {})) {
            awaitBooks(session);
            await(() -> session.client()
                    .ask(new Query.Books())
                    .toCompletableFuture()
                    .join()
                    .filter(told -> told.trust() == VenueTrust.AGREED)
                    .isPresent());
            assertThat(desk(session).mode()).isEqualTo(TradingMode.LIVE);
            routed(session, MUCH);
            assertThat(desk(session).workingOrders()).isEmpty();
            assertThat(held(session, AT_BINANCE)).isEqualByComparingTo(boughtAt(binance, atBinance));
            assertThat(held(session, AT_KRAKEN)).isEqualByComparingTo(boughtAt(kraken, atKraken));
            BigDecimal there = usd(binance, atBinance).add(usd(kraken, atKraken));
            assertThat(desk(session).account().cash().getFirst().toDouble()).isEqualTo(there.doubleValue());
        }
    }

    private static BigDecimal boughtAt(StandInExchange exchange, AccountTruth account) {
        synchronized (exchange) {
            return account.balances().get("BTC").subtract(BigDecimal.TWO);
        }
    }

    private static BigDecimal usd(StandInExchange exchange, AccountTruth account) {
        synchronized (exchange) {
            return account.balances().get("USD");
        }
    }

    private static MarketState market(DeskSession session, InstrumentId id) {
        return session.client().ask(new Query.Market(id)).toCompletableFuture().join();
    }

    private static ParentOrder routed(DeskSession session, Quantity quantity) throws Exception {
        Command command = new PlaceAlgo(new AlgoTerms(
                AT_BINANCE,
                Side.BUY,
                quantity,
                null,
                false,
                new AlgoPlan.Route(List.of(AT_KRAKEN), 60_000 * MILLI),
                OrderOrigin.TICKET,
                ""));
        Answer answer = session.client()
                .submit(new CommandKey("route"), command)
                .toCompletableFuture()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(answer).as(answer.toString()).isInstanceOf(Answer.Done.class);
        await(() -> route(session).stage().isTerminal());
        ParentOrder route = route(session);
        assertThat(route.stage()).as(route.reason()).isEqualTo(ParentStage.DONE);
        assertThat(new BigDecimal(quantity.minus(route.filled()).toString())).isBetween(BigDecimal.ZERO, DUST);
        return route;
    }

    private static ParentOrder route(DeskSession session) {
        return desk(session).parents().stream()
                .filter(one -> one.kind() == ParentKind.ROUTE)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal held(DeskSession session, InstrumentId instrument) {
        return desk(session).positions().stream()
                .filter(position -> position.instrument().equals(instrument))
                .map(position -> new BigDecimal(position.signedText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean holds(DeskSession session, InstrumentId instrument) {
        return held(session, instrument).signum() > 0;
    }

    private static List<String> positions(DeskSession session) {
        return desk(session).positions().stream()
                .map(position -> position.instrument() + " " + position.signedText())
                .toList();
    }

    private static TradingChoice trading(Optional<String> typed) {
        VenueKeys keys = new VenueKeys() {
            @Override
            public List<KeyEntry> list() {
                return List.of();
            }

            @Override
            public Optional<VenueKey> find(VenueAccount account) {
                return Optional.of(new VenueKey(
                        account,
                        VenueNet.LIVE,
                        Secret.of("key"),
                        Secret.of(account.venue().equals("kraken") ? KRAKEN_SECRET : "secret"),
                        Secret.empty(),
                        WithdrawalRight.NONE));
            }
        };
        return new TradingChoice(new VenueAccount("binance", "main"), VenueNet.LIVE, keys, typed, Optional.empty());
    }

    private DeskOptions options(Optional<TradingChoice> trading) {
        LiveChoice live = LiveChoice.over(List.of(
                choice(LiveVenue.BINANCE, binanceServer, "/ws-api/v3", trading),
                choice(LiveVenue.KRAKEN, krakenServer, "/private", trading)));
        return new DeskOptions(
                Optional.of(folder),
                Optional.empty(),
                Optional.empty(),
                Optional.of(live),
                Optional.empty(),
                DeskMending.NOTHING);
    }

    private static LiveChoice choice(
            LiveVenue venue, LoopbackServer server, String stream, Optional<TradingChoice> trading) {
        String webSocket = "ws://127.0.0.1:" + server.port();
        return new LiveChoice(
                venue,
                List.of(InstrumentId.of("BTC-USD")),
                Optional.of(new VenueAddresses("http://127.0.0.1:" + server.port(), webSocket)),
                trading.map(one -> new TradingChoice(
                        new VenueAccount(venue.label(), "main"),
                        one.net(),
                        one.keys(),
                        one.typedName(),
                        Optional.of(webSocket + stream))));
    }

    private static void awaitBooks(DeskSession session) {
        for (InstrumentId id : List.of(AT_BINANCE, AT_KRAKEN)) {
            await(() -> {
                MarketState market = market(session, id);
                return market.last().isPresent()
                        && !market.depth().bids().isEmpty()
                        && !market.depth().asks().isEmpty();
            });
        }
    }

    private static DeskState desk(DeskSession session) {
        return session.client().ask(new Query.Desk()).toCompletableFuture().join();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("not within %d s", PATIENCE_SECONDS)
                    .isLessThan(end);
            LockSupport.parkNanos(20 * MILLI);
        }
    }
}
