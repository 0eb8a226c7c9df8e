package io.sextant.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.app.vault.LocalKeyDesk;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.Query;
import io.sextant.domain.schedule.Cadence;
import io.sextant.domain.schedule.LastRun;
import io.sextant.domain.schedule.Schedule;
import io.sextant.domain.schedule.ScheduleBook;
import io.sextant.domain.schedule.ScheduledWork;
import io.sextant.domain.session.DeskMending;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.exchange.LiveVenue;
import io.sextant.exchange.VenueAddresses;
import io.sextant.exchange.VenueKeyInspector;
import io.sextant.exchange.live.FeedHealth;
import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.wire.LoopbackServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole desk on a live feed, traded on paper: with the venue, without it, and from one day to the next. */
class LiveDeskTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final long MILLI = 1_000_000L;
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    Path folder;

    private final SystemClock clock = new SystemClock();
    private final SystemScheduler scheduler = new SystemScheduler("stand-in");
    private final StandInExchange exchange = new StandInExchange(
            new BinanceShape(),
            List.of(ListedPair.BTC_USDT, ListedPair.ETH_USDT),
            3,
            clock,
            scheduler,
            FaultPlan.none());
    private LoopbackServer server;
    private int turn;

    @BeforeEach
    void open() {
        for (int i = 0; i < 50; i++) {
            exchange.move(i % 2);
        }
        server = new LoopbackServer(exchange);
        scheduler.every(20 * MILLI, () -> exchange.move(turn++ % 2));
    }

    @AfterEach
    void close() {
        scheduler.close();
        server.close();
    }

    @Test
    void tradesOnPaperAgainstALiveMarketAndGoesOnAfterARestart() throws Exception {
        long equityUnits;
        try (DeskSession session = DeskSession.open(options(), what -> {})) {
            awaitBook(session);
            Answer answer = session.client()
                    .submit(
                            new CommandKey("buy"),
                            new PlaceOrder(
                                    OrderDraft.market(BTC, Side.BUY, Quantity.parse("0.002"), OrderOrigin.TICKET)))
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(answer).isInstanceOf(Answer.Done.class);
            await(() -> holds(session));
            DeskState desk = desk(session);
            assertThat(desk.mode()).isEqualTo(TradingMode.PAPER);
            FeedHealth health = session.feedHealth().orElseThrow();
            assertThat(health.phase()).isEqualTo(FeedHealth.Phase.LIVE);
            assertThat(health.transport()).isEqualTo(FeedHealth.Transport.STREAM);
            equityUnits = desk.account().fees().units();
        }
        try (DeskSession session = DeskSession.open(options(), what -> {})) {
            assertThat(holds(session)).isTrue();
            assertThat(desk(session).account().fees().units()).isEqualTo(equityUnits);
            assertThat(session.client()
                            .ask(new Query.Marks(BTC, Timeframe.M1))
                            .toCompletableFuture()
                            .join())
                    .as("the time when the desk was closed")
                    .singleElement()
                    .satisfies(mark -> assertThat(mark.why()).startsWith("the desk was not running"));
            awaitBook(session);
        }
    }

    @Test
    void opensAnOldDeskWithoutANetworkAndSaysWhatIsNotReachable() throws Exception {
        try (DeskSession session = DeskSession.open(options(), what -> {})) {
            awaitBook(session);
        }
        server.close();
        try (DeskSession session = DeskSession.open(options(), what -> {})) {
            await(() -> session.feedHealth().orElseThrow().phase() == FeedHealth.Phase.NOT_REACHABLE);
            assertThat(session.feedHealth().orElseThrow().detail()).contains("binance cannot be reached");
            assertThat(market(session).depth().bids()).isEmpty();
            assertThat(session.folder().resolve("feed.log"))
                    .as("what the libraries say is here and not on the terminal")
                    .isNotEmptyFile();
            assertThat(Logger.getLogger("info.bitrich.xchangestream").getUseParentHandlers())
                    .isFalse();
        }
    }

    @Test
    void saysThatANewDeskNeedsItsVenueOnce() {
        server.close();
        assertThatThrownBy(() -> DeskSession.open(options(), what -> {}))
                .isInstanceOf(SessionProblem.class)
                .hasMessageContaining("binance is not reachable");
    }

    @Test
    void hasThePastOfItsVenue() throws Exception {
        try (DeskSession session = DeskSession.open(options(), what -> {})) {
            awaitBook(session);
            await(() -> bars(session).size() > 0);
        }
        DeskFolder named = DeskFolder.of(folder, Optional.of("binance-BTC-USDT+ETH-USDT"));
        try (LocalKeyDesk vault = LocalKeyDesk.in(folder, new VenueKeyInspector(clock, Optional.empty()), clock)) {
            assertThat(OfflineDesk.toOpen(folder, named, vault).live())
                    .as("its name is enough to open it again")
                    .contains(new LiveChoice(
                            LiveVenue.BINANCE, List.of(BTC, InstrumentId.of("ETH-USDT")), Optional.empty()));
        }
    }

    /** The desk's own venue is asked where the feed is, so this would fail if it went anywhere else. */
    @Test
    void fillsItsOwnSeriesByTheClock() throws Exception {
        try (DeskSession session = DeskSession.open(options(), what -> {})) {
            ScheduledWork work =
                    new ScheduledWork.BackFill("binance", List.of(BTC, InstrumentId.of("ETH-USDT")), Timeframe.S1, 1);
            submit(session, new Schedule("fill", Cadence.parse("every 1h"), work, false, clock.nanos()).toSetting());
            submit(session, Schedule.runNow("fill", clock.nanos()));
            await(() -> lastRun(session)
                    .filter(run -> run.outcome() != LastRun.Outcome.RUNNING)
                    .isPresent());
            LastRun run = lastRun(session).orElseThrow();
            assertThat(run.text()).startsWith("2 series of binance: ");
            assertThat(run.outcome()).isEqualTo(LastRun.Outcome.DONE);
            assertThat(session.client()
                            .ask(new Query.Archive())
                            .toCompletableFuture()
                            .join())
                    .anyMatch(series -> series.instrument().equals(BTC) && series.timeframe() == Timeframe.S1);
        }
    }

    private static void submit(DeskSession session, ChangeSetting setting) {
        session.client()
                .submit(new CommandKey("test-" + setting.key()), setting)
                .toCompletableFuture()
                .join();
    }

    private static Optional<LastRun> lastRun(DeskSession session) {
        return ScheduleBook.of(session.client()
                        .ask(new Query.Settings())
                        .toCompletableFuture()
                        .join())
                .find("fill")
                .flatMap(ScheduleBook.Entry::last);
    }

    @Test
    void refusesToPaceALiveMarket() throws Exception {
        try (DeskSession session = DeskSession.open(options(), what -> {})) {
            Answer answer = session.client()
                    .submit(new CommandKey("faster"), new ChangeMarketPace(60, false))
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.LIVE_MARKET));
        }
    }

    private DeskOptions options() {
        VenueAddresses loopback =
                new VenueAddresses("http://127.0.0.1:" + server.port(), "ws://127.0.0.1:" + server.port());
        LiveChoice live =
                new LiveChoice(LiveVenue.BINANCE, List.of(BTC, InstrumentId.of("ETH-USDT")), Optional.of(loopback));
        return new DeskOptions(
                Optional.of(folder),
                Optional.empty(),
                Optional.empty(),
                Optional.of(live),
                Optional.empty(),
                DeskMending.NOTHING);
    }

    private static void awaitBook(DeskSession session) {
        await(() -> {
            MarketState market = market(session);
            return market.last().isPresent()
                    && !market.depth().bids().isEmpty()
                    && !market.depth().asks().isEmpty();
        });
    }

    private static boolean holds(DeskSession session) {
        return desk(session).positions().stream()
                .anyMatch(position -> position.instrument().equals(BTC) && position.signedUnits() > 0);
    }

    private static DeskState desk(DeskSession session) {
        return session.client().ask(new Query.Desk()).toCompletableFuture().join();
    }

    private static MarketState market(DeskSession session) {
        return session.client().ask(new Query.Market(BTC)).toCompletableFuture().join();
    }

    private static BarSeries bars(DeskSession session) {
        return session.client()
                .ask(new Query.Bars(BTC, Timeframe.M1, Long.MAX_VALUE, 10))
                .toCompletableFuture()
                .join();
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
