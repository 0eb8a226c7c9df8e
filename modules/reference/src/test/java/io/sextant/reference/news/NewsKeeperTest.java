package io.sextant.reference.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.TellHeadline;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.source.KeyPlace;
import io.sextant.domain.source.NewsSource;
import io.sextant.domain.source.NewsSource.Form;
import io.sextant.domain.source.SourceBook;
import io.sextant.domain.source.SourceResult;
import io.sextant.domain.source.SourceResult.Outcome;
import io.sextant.domain.time.Scheduler;
import io.sextant.reference.Listed;
import io.sextant.reference.LoopbackSite;
import io.sextant.reference.key.KeyRing;
import io.sextant.reference.web.WebDocuments;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NewsKeeperTest {

    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel><title>Wire</title>
              <item><guid>2</guid><title>Bitcoin &amp;amp; friends <b>rally</b></title>
                <link>https://wire.example/2</link><pubDate>Mon, 02 Jan 2023 15:04:05 GMT</pubDate></item>
              <item><guid>1</guid><title>ETH-USDT falls</title><link>javascript:alert(1)</link></item>
              <item><guid>0</guid></item>
            </channel></rss>
            """;

    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Journal</title>
              <entry><id>urn:1</id><title>La Bourse monte</title><link href="https://journal.example/1"/>
                <updated>2023-01-02T16:04:05+01:00</updated></entry>
            </feed>
            """;

    private static final long MINUTE = 60_000_000_000L;

    private final LoopbackSite site = new LoopbackSite();
    private final HeardEngine engine = new HeardEngine();
    private final AtomicLong now = new AtomicLong(1_000 * MINUTE);
    private final Scheduler scheduler = new Scheduler() {
        @Override
        public Cancellable every(long periodNanos, Runnable task) {
            return () -> {};
        }

        @Override
        public Cancellable after(long delayNanos, Runnable task) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    };
    private NewsKeeper keeper = keeper();

    private NewsKeeper keeper() {
        return keeper(new WebDocuments());
    }

    private NewsKeeper keeper(WebDocuments web) {
        return new NewsKeeper(
                engine,
                new InstrumentCatalog(List.of(Listed.BTC, Listed.ETH)),
                new KeyRing(Map.of("NEWS_KEY", "sesame")),
                now::get,
                scheduler,
                web);
    }

    @AfterEach
    void close() {
        keeper.close();
        site.close();
    }

    private void add(String name, Form form, String path) {
        Optional<KeyPlace> key =
                form == Form.JSON ? Optional.of(new KeyPlace.Environment("NEWS_KEY")) : Optional.empty();
        engine.add(new NewsSource(name, form, site.address(path), key, 5));
    }

    private void lookAgainUntil(BooleanSupplier there) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            keeper.look();
            Thread.onSpinWait();
        }
    }

    private int requests(String path) {
        return (int) site.requests().stream()
                .filter(request -> request.startsWith(path + " "))
                .count();
    }

    @Test
    void tellsEachHeadlineOnce() throws Exception {
        site.page("/rss", RSS);
        site.zippedPage("/atom", ATOM);
        add("Wire", Form.FEED, "/rss");
        add("Journal", Form.FEED, "/atom");

        assertThat(keeper.readNow(Optional.empty()))
                .extracting(SourceResult::text)
                .containsExactly("1 headline", "2 headlines");
        site.page("/rss", RSS.replace("<item><guid>2", "<item><guid>3</guid><title>New</title></item><item><guid>2"));
        assertThat(keeper.readNow(Optional.of("Wire")))
                .extracting(SourceResult::text)
                .containsExactly("1 headline");
        assertThat(keeper.readNow(Optional.of("Wire")))
                .extracting(SourceResult::text)
                .containsExactly("0 headlines");

        assertThat(engine.texts())
                .containsExactly("La Bourse monte", "ETH-USDT falls", "Bitcoin & friends rally", "New");
        assertThat(engine.headlines.values())
                .extracting(TellHeadline::instruments)
                .containsExactly(List.of(), List.of(Listed.ETH.id()), List.of(Listed.BTC.id()), List.of());
        assertThat(site.requests()).last().asString().endsWith("304");
    }

    @Test
    void tellsWhatItToldBeforeARestartUnderTheSameKey() throws Exception {
        site.page("/rss", RSS);
        add("Wire", Form.FEED, "/rss");
        keeper.readNow(Optional.empty());
        keeper.close();
        keeper = keeper();
        keeper.readNow(Optional.empty());

        assertThat(requests("/rss")).isEqualTo(2);
        assertThat(engine.texts()).containsExactly("ETH-USDT falls", "Bitcoin & friends rally");
    }

    @Test
    void tellsNothingAgainAfterARestartWhenTheEngineHasForgottenItsAnswers() throws Exception {
        site.page("/rss", RSS);
        add("Wire", Form.FEED, "/rss");
        keeper.readNow(Optional.empty());
        engine.headlines.clear();
        site.page("/rss", RSS.replace("<item><guid>2", "<item><guid>3</guid><title>New</title></item><item><guid>2"));
        keeper.close();
        keeper = keeper();
        keeper.readNow(Optional.empty());
        assertThat(engine.texts()).containsExactly("New");

        engine.headlines.clear();
        keeper.close();
        keeper = keeper();
        keeper.readNow(Optional.empty());
        assertThat(engine.texts()).isEmpty();
    }

    @Test
    void tellsAfterARestartWhatTheEngineDidNotTakeBefore() throws Exception {
        site.page("/rss", RSS);
        add("Wire", Form.FEED, "/rss");
        engine.busy = true;
        keeper.readNow(Optional.empty());
        keeper.close();
        engine.busy = false;
        keeper = keeper();
        keeper.readNow(Optional.empty());
        assertThat(engine.texts()).hasSize(2);
    }

    @Test
    void remembersNoMoreItemsThanItNeedsAndNoneOfASourceThatIsGone() throws Exception {
        add("Wire", Form.FEED, "/rss");
        for (int day = 0; day < 5; day++) {
            StringBuilder items = new StringBuilder();
            for (int item = 0; item < 150; item++) {
                items.append("<item><guid>" + day + "-" + item + "</guid><title>News</title></item>");
            }
            site.page("/rss", "<rss version='2.0'><channel><title>Wire</title>" + items + "</channel></rss>");
            keeper.readNow(Optional.empty());
        }
        assertThat(engine.headlines).hasSize(750);
        assertThat(engine.settings.get("source.told.news.Wire")).hasSize(16 * ToldItems.SAVED);

        var removal = NewsSource.removal("Wire");
        engine.settings.put(removal.key(), removal.value());
        lookAgainUntil(() -> engine.settings.get("source.told.news.Wire").isEmpty());
    }

    @Test
    void aSourceThatStallsIsReadAgainWhenItsTurnComes() throws Exception {
        keeper.close();
        keeper = keeper(new WebDocuments(Duration.ofMillis(200)));
        site.page("/rss", RSS);
        site.stall("/rss");
        add("Wire", Form.FEED, "/rss");
        lookAgainUntil(() -> engine.last("Wire").isPresent());
        assertThat(engine.last("Wire").orElseThrow().text()).endsWith("did not send its document in time");

        site.goOn("/rss");
        lookAgainUntil(() -> {
            now.addAndGet(MINUTE);
            return engine.texts().size() == 2;
        });
    }

    @Test
    void readsAJsonServiceWithItsKeyInAHeader() throws Exception {
        site.page("/v2/top", """
                {"status":"ok","articles":[
                  {"title":"[Removed]","url":"https://removed.example"},
                  {"source":{"name":"Paper"},"title":"Shares rise","url":"https://p.example/a",
                   "publishedAt":"2023-01-02T15:04:05Z","extra":{"a":1}}]}
                """);
        add("Api", Form.JSON, "/v2/top");
        keeper.readNow(Optional.empty());

        assertThat(engine.headlines.values()).containsExactly(new TellHeadline(List.of(), "Shares rise", "Paper"));
        assertThat(site.requests()).containsExactly("/v2/top sesame 200");
        assertThat(engine.settings.toString()).doesNotContain("sesame");
    }

    @Test
    void oneBadSourceDoesNotSilenceTheOthersAndNoReasonHoldsTheKey() throws Exception {
        site.page("/rss", RSS);
        site.failure("/down", 503);
        site.page("/html", "<html><body>sign in</body></html>");
        site.page("/bomb", "<!DOCTYPE a [<!ENTITY b \"c\">]><rss><channel/></rss>");
        site.page("/broken", "{\"articles\":[");
        site.page("/refused", "{\"status\":\"error\",\"code\":\"apiKeyInvalid\",\"message\":\"sesame is wrong\"}");
        add("1 Down", Form.JSON, "/down");
        add("2 Html", Form.FEED, "/html");
        add("3 Bomb", Form.FEED, "/bomb");
        add("4 Broken", Form.JSON, "/broken");
        add("5 Refused", Form.JSON, "/refused");
        engine.add(new NewsSource(
                "6 Keyless", Form.JSON, site.address("/x"), Optional.of(new KeyPlace.Environment("NOT_SET")), 5));
        add("7 Wire", Form.FEED, "/rss");

        List<SourceResult> results = keeper.readNow(Optional.empty());

        assertThat(engine.headlines).hasSize(2);
        assertThat(results)
                .extracting(SourceResult::outcome)
                .containsExactly(
                        Outcome.FAILED,
                        Outcome.FAILED,
                        Outcome.FAILED,
                        Outcome.FAILED,
                        Outcome.FAILED,
                        Outcome.FAILED,
                        Outcome.READ);
        assertThat(results).extracting(SourceResult::text).noneMatch(text -> text.contains("sesame"));
        assertThat(results.getFirst().text()).contains("status 503");
        assertThat(results.get(5).text()).isEqualTo("the environment variable NOT_SET is empty");
    }

    @Test
    void saysOnceThatASourceIsGoneAsksLessAndLessAndSaysOnceThatItIsBack() {
        site.failure("/rss", 503);
        add("Wire", Form.FEED, "/rss");
        lookAgainUntil(() -> engine.last("Wire").isPresent());
        assertThat(engine.last("Wire").orElseThrow().outcome()).isEqualTo(Outcome.FAILED);

        assertThat(requests("/rss")).isEqualTo(1);
        for (int times = 2; times < 10; times++) {
            int wanted = times;
            lookAgainUntil(() -> {
                now.addAndGet(MINUTE);
                return requests("/rss") >= wanted;
            });
        }
        assertThat(engine.results).as("said once").hasSize(1);

        site.page("/rss", RSS);
        lookAgainUntil(() -> {
            now.addAndGet(MINUTE);
            return engine.results.size() == 2;
        });
        assertThat(engine.last("Wire").orElseThrow().outcome()).isEqualTo(Outcome.READ);
        assertThat(engine.texts()).hasSize(2);
    }

    @Test
    void asksASourceThatFailsHalfAsOftenEachTimeButOnceAnHour() {
        SourceTurns turns = new SourceTurns(NewsSource.of("Wire", Form.FEED, "https://wire.example", "", 5), Map.of());
        long time = 0;
        for (int minutes : new int[] {10, 20, 40, 60, 60, 60}) {
            assertThat(turns.isDue(time)).isTrue();
            turns.failed(time);
            time += minutes * MINUTE;
            assertThat(turns.isDue(time - 1)).isFalse();
        }
        turns.succeeded(time);
        assertThat(turns.isDue(time + 5 * MINUTE)).isTrue();
    }

    @Test
    void readsAtOnceWhatAPersonAskedForAndAnswersEvenWhenNothingChanged() {
        site.page("/rss", RSS);
        add("Wire", Form.FEED, "/rss");
        lookAgainUntil(() -> engine.results.size() == 1);

        now.addAndGet(MINUTE);
        var wish = SourceBook.readNow("Wire", now.get());
        engine.settings.put(wish.key(), wish.value());
        now.addAndGet(1);
        lookAgainUntil(() -> engine.results.size() == 2);
        keeper.look();
        assertThat(requests("/rss")).isEqualTo(2);
    }

    @Test
    void keepsHeadlinesThatTheEngineDidNotTake() throws Exception {
        site.page("/rss", RSS);
        add("Wire", Form.FEED, "/rss");
        engine.busy = true;
        assertThat(keeper.readNow(Optional.empty()).getFirst().text()).isEqualTo("0 headlines");
        engine.busy = false;
        assertThat(keeper.readNow(Optional.empty()).getFirst().text()).isEqualTo("2 headlines");
    }

    @Test
    void takesAKeyToNoOtherHost() throws Exception {
        site.redirect("/moved", site.address("/elsewhere"));
        add("Api", Form.JSON, "/moved");
        assertThat(keeper.readNow(Optional.empty()).getFirst().text()).contains("status 302");
        assertThat(requests("/elsewhere")).isZero();
    }

    @Test
    void readsTimesOfBothKinds() {
        OptionalLong expected = OptionalLong.of(1_672_671_845_000_000_000L);
        assertThat(FeedDocument.nanos("Mon, 02 Jan 2023 15:04:05 GMT")).isEqualTo(expected);
        assertThat(FeedDocument.nanos("2023-01-02T16:04:05+01:00")).isEqualTo(expected);
        assertThat(FeedDocument.nanos("yesterday")).isEmpty();
        assertThat(FeedDocument.nanos("+999999999-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void findsNamesOnlyAsWholeWords() {
        NamedInstruments named = new NamedInstruments(new InstrumentCatalog(List.of(Listed.BTC, Listed.ETH)));

        assertThat(named.namedIn("What $BTC did")).containsExactly(Listed.BTC.id());
        assertThat(named.namedIn("Bethlehem Steel, bitcoiners")).isEmpty();
        assertThat(named.namedIn("Bitcoin or ether?")).containsExactly(Listed.BTC.id(), Listed.ETH.id());
    }
}
