package io.sextant.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Headline;
import io.sextant.domain.request.Query;
import io.sextant.domain.session.DeskMending;
import io.sextant.domain.source.NewsSource;
import io.sextant.domain.source.NewsSource.Form;
import io.sextant.domain.source.SourceResult;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.exchange.LiveVenue;
import io.sextant.exchange.VenueAddresses;
import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.wire.LoopbackServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a source in the settings to a headline in the journal, on a simulated and on a live desk, and after a restart. */
class OutsideNewsTest {

    private static final String RSS = """
            <rss version="2.0"><channel><title>Wire</title>
              <item><guid>1</guid><title>Bitcoin rallies to a record high</title>
                <pubDate>Mon, 02 Jan 2023 15:04:05 GMT</pubDate></item>
            </channel></rss>
            """;

    @TempDir
    Path folder;

    private HttpServer site;
    private volatile int status = 200;

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/rss", exchange -> {
            byte[] body = RSS.getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(status, status == 200 ? body.length : -1);
                if (status == 200) {
                    exchange.getResponseBody().write(body);
                }
            }
        });
        site.start();
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    @Test
    void tellsAHeadlineOnceWithTheTimeItBecameKnown() throws Exception {
        DeskOptions options = DeskOptions.in(folder);
        long position;
        try (DeskSession desk = DeskSession.open(options, what -> {})) {
            assertThat(addAndRead(desk).outcome()).isEqualTo(SourceResult.Outcome.READ);
            HeadlinePublished told = headlines(desk).getFirst();
            Headline headline = told.headline();
            assertThat(headline.instruments()).contains(InstrumentId.of("BTC-USDT"));
            assertThat(headline.timeNanos())
                    .as("the desk's own time, whatever the source says")
                    .isEqualTo(told.timeNanos())
                    .isGreaterThanOrEqualTo(desk.openedAtMarketNanos());
            position = told.position();
        }
        try (DeskSession desk = DeskSession.open(options, what -> {})) {
            desk.news().readNow(Optional.empty());
            assertThat(headlines(desk))
                    .singleElement()
                    .extracting(Event::position)
                    .isEqualTo(position);
        }
    }

    @Test
    void saysInTheJournalThatASourceIsGoneAndThatItIsBack() throws Exception {
        status = 503;
        try (DeskSession desk = DeskSession.open(DeskOptions.in(folder), what -> {})) {
            assertThat(addAndRead(desk).outcome()).isEqualTo(SourceResult.Outcome.FAILED);
            status = 200;
            desk.news().readNow(Optional.empty());
            List<String> said = events(desk).reversed().stream()
                    .filter(SettingChanged.class::isInstance)
                    .map(SettingChanged.class::cast)
                    .filter(changed -> changed.key().equals("source.result.news.Wire"))
                    .map(SettingChanged::value)
                    .toList();
            assertThat(said).hasSize(2);
            assertThat(said.get(0)).startsWith("FAILED\n").endsWith("127.0.0.1 answered with status 503");
            assertThat(said.get(1)).startsWith("READ\n").endsWith("1 headline");
        }
    }

    @Test
    void reachesALiveDeskToo() throws Exception {
        SystemClock clock = new SystemClock();
        try (SystemScheduler scheduler = new SystemScheduler("stand-in")) {
            StandInExchange exchange = new StandInExchange(
                    new BinanceShape(), List.of(ListedPair.BTC_USDT), 3, clock, scheduler, FaultPlan.none());
            exchange.move(0);
            try (LoopbackServer venue = new LoopbackServer(exchange);
                    DeskSession desk = DeskSession.open(live(venue), what -> {})) {
                long before = clock.nanos();
                addAndRead(desk);
                HeadlinePublished told = headlines(desk).getFirst();
                assertThat(told.headline().source()).isEqualTo("Wire");
                assertThat(told.timeNanos()).isBetween(before - 60_000_000_000L, clock.nanos());
            }
        }
    }

    private DeskOptions live(LoopbackServer venue) {
        VenueAddresses loopback =
                new VenueAddresses("http://127.0.0.1:" + venue.port(), "ws://127.0.0.1:" + venue.port());
        LiveChoice live =
                new LiveChoice(LiveVenue.BINANCE, List.of(InstrumentId.of("BTC-USDT")), Optional.of(loopback));
        return new DeskOptions(
                Optional.of(folder),
                Optional.empty(),
                Optional.empty(),
                Optional.of(live),
                Optional.empty(),
                DeskMending.NOTHING);
    }

    private SourceResult addAndRead(DeskSession desk) throws Exception {
        String address = "http://127.0.0.1:" + site.getAddress().getPort() + "/rss";
        desk.client()
                .submit(
                        new CommandKey("add"),
                        NewsSource.of("Wire", Form.FEED, address, "", 5).toSetting())
                .toCompletableFuture()
                .join();
        return desk.news().readNow(Optional.of("Wire")).getFirst();
    }

    /** The simulated market has news of its own. */
    private static List<HeadlinePublished> headlines(DeskSession desk) {
        return events(desk).stream()
                .filter(HeadlinePublished.class::isInstance)
                .map(HeadlinePublished.class::cast)
                .filter(told -> told.headline().template().isEmpty())
                .toList();
    }

    private static List<Event> events(DeskSession desk) {
        return desk.client()
                .ask(new Query.NewestEvents(10_000))
                .toCompletableFuture()
                .join();
    }
}
