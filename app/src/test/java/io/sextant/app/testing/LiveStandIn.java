package io.sextant.app.testing;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.LiveChoice;
import io.sextant.app.session.TradingChoice;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.session.DeskMending;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKeys;
import io.sextant.domain.vault.VenueNet;
import io.sextant.exchange.LiveVenue;
import io.sextant.exchange.VenueAddresses;
import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.account.AccountTruth;
import io.sextant.exchange.standin.account.BinanceAccountDesk;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.fault.Wire;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.wire.HttpAnswer;
import io.sextant.exchange.standin.wire.HttpRequest;
import io.sextant.exchange.standin.wire.LoopbackServer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/** Binance on loopback with one account, moving by itself. */
public final class LiveStandIn implements AutoCloseable {

    public static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    public static final VenueAccount MAIN = new VenueAccount("binance", "main");

    private static final long MILLI = 1_000_000L;

    private final SystemScheduler scheduler = new SystemScheduler("stand-in");
    private final StandInExchange exchange;
    private final AccountTruth account;
    private final BinanceAccountDesk desk;
    private final LoopbackServer server;
    private final Random pauses = new Random(1);
    private volatile boolean fills;
    private volatile boolean repeats;
    private volatile int slowMillis;
    private volatile boolean booksClosed;

    public LiveStandIn(String apiKey, String apiSecret, FaultPlan plan) {
        exchange = new StandInExchange(
                new BinanceShape(), List.of(ListedPair.BTC_USDT), 3, new SystemClock(), scheduler, plan);
        account = new AccountTruth(
                Map.of("USDT", new BigDecimal("100000"), "BTC", BigDecimal.TWO), false, 5, exchange::venueNanos);
        desk = new BinanceAccountDesk(exchange, account, apiKey, apiSecret);
        exchange.serve(desk);
        for (int i = 0; i < 50; i++) {
            exchange.move(0);
        }
        server = new LoopbackServer(new Slowed());
        scheduler.every(20 * MILLI, () -> exchange.move(0));
        scheduler.every(40 * MILLI, () -> {
            if (fills) {
                locked(() -> {
                    account.step();
                    return "";
                });
            }
        });
    }

    /** Whether resting orders are filled by chance, again and again. */
    public void filling(boolean wanted) {
        fills = wanted;
    }

    /** Orders wait up to so long before they are done and again before that is told, so that a process can die in between. */
    public void slow(int millis) {
        slowMillis = millis;
    }

    /** Answers from now on as a careless venue does that repeats the key it was told. */
    public void repeatWhatIsSaid(boolean wanted) {
        repeats = wanted;
    }

    /** Whether it shows nobody what works and what an account holds. */
    public void closeBooks(boolean wanted) {
        booksClosed = wanted;
    }

    /** The exchange behind a slow line. */
    private final class Slowed implements LoopbackServer.Desk {

        @Override
        public LoopbackServer.Reply answer(HttpRequest request) {
            if (repeats) {
                return LoopbackServer.Reply.whole(HttpAnswer.of(
                        400,
                        "{\"code\":-1000,\"msg\":\"what is " + request.headers().getOrDefault("x-mbx-apikey", "this")
                                + "?\"}"));
            }
            if (booksClosed
                    && (request.path().endsWith("/openOrders") || request.path().endsWith("/account"))) {
                return LoopbackServer.Reply.whole(HttpAnswer.of(503, "{}"));
            }
            boolean order = request.path().endsWith("/order");
            pause(order);
            LoopbackServer.Reply reply = exchange.answer(request);
            pause(order);
            return reply;
        }

        private void pause(boolean order) {
            if (order && slowMillis > 0) {
                LockSupport.parkNanos(pauses.nextInt(slowMillis) * MILLI);
            }
        }

        @Override
        public Function<String, Boolean> connected(HttpRequest request, Wire wire) {
            return exchange.connected(request, wire);
        }

        @Override
        public void disconnected(Wire wire) {
            exchange.disconnected(wire);
        }
    }

    /** Looks at the truth while nothing happens. */
    public <T> T locked(Supplier<T> look) {
        synchronized (exchange) {
            return look.get();
        }
    }

    public StandInExchange exchange() {
        return exchange;
    }

    public AccountTruth account() {
        return account;
    }

    public void cutStreams() {
        locked(() -> {
            desk.cutAll();
            return "";
        });
    }

    public String http() {
        return "http://127.0.0.1:" + server.port();
    }

    public String webSocket() {
        return "ws://127.0.0.1:" + server.port();
    }

    /** A desk that trades with the account {@code main} here. */
    public DeskOptions options(Path folder, VenueNet net, VenueKeys keys, Optional<String> typedName) {
        return options(folder, net, keys, typedName, http(), webSocket());
    }

    /** The same for a process that was told where the stand-in is. */
    public static DeskOptions options(
            Path folder, VenueNet net, VenueKeys keys, Optional<String> typedName, String http, String webSocket) {
        TradingChoice trading = new TradingChoice(MAIN, net, keys, typedName, Optional.of(webSocket + "/ws-api/v3"));
        LiveChoice live = new LiveChoice(
                LiveVenue.BINANCE,
                List.of(BTC),
                Optional.of(new VenueAddresses(http, webSocket)),
                Optional.of(trading));
        return new DeskOptions(
                Optional.of(folder),
                Optional.empty(),
                Optional.empty(),
                Optional.of(live),
                Optional.empty(),
                DeskMending.NOTHING);
    }

    @Override
    public void close() {
        scheduler.close();
        server.close();
    }
}
