package io.sextant.reference.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Headline;
import io.sextant.reference.Listed;
import io.sextant.reference.LoopbackSite;
import io.sextant.reference.news.NewsDesk.Failure;
import io.sextant.reference.news.NewsDesk.Round;
import io.sextant.reference.news.NewsSource.Kind;
import io.sextant.reference.web.WebDocuments;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NewsDeskTest {

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

    private final LoopbackSite site = new LoopbackSite();
    private final WebDocuments web = new WebDocuments();
    private long now = 1_000;

    @AfterEach
    void close() {
        web.close();
        site.close();
    }

    private NewsDesk desk(NewsSource... sources) {
        return new NewsDesk(List.of(sources), new InstrumentCatalog(List.of(Listed.BTC, Listed.ETH)), web, () -> now);
    }

    private NewsSource source(String name, Kind kind, String path) {
        return new NewsSource(name, kind, site.address(path), Map.of("X-Api-Key", "sesame"));
    }

    @Test
    void tellsEachHeadlineOnceWithTheTimeItCame() throws Exception {
        site.page("/rss", RSS);
        site.zippedPage("/atom", ATOM);
        NewsDesk desk = desk(source("Wire", Kind.RSS_OR_ATOM, "/rss"), source("Journal", Kind.RSS_OR_ATOM, "/atom"));

        Round first = desk.poll();
        now = 2_000;
        site.page("/rss", RSS.replace("<item><guid>2", "<item><guid>3</guid><title>New</title></item><item><guid>2"));
        Round second = desk.poll();
        Round third = desk.poll();

        assertThat(first.failures()).isEmpty();
        assertThat(first.headlines())
                .extracting(Headline::text)
                .containsExactly("ETH-USDT falls", "Bitcoin & friends rally", "La Bourse monte");
        assertThat(first.headlines()).extracting(Headline::timeNanos).containsOnly(1_000L);
        assertThat(first.headlines())
                .extracting(Headline::instruments)
                .containsExactly(List.of(Listed.ETH.id()), List.of(Listed.BTC.id()), List.of());
        assertThat(second.headlines()).singleElement().satisfies(headline -> {
            assertThat(headline.text()).isEqualTo("New");
            assertThat(headline.timeNanos()).isEqualTo(2_000);
            assertThat(headline.source()).isEqualTo("Wire");
        });
        assertThat(third.headlines()).isEmpty();
        assertThat(site.requests()).last().asString().endsWith("304");
    }

    @Test
    void readsAJsonServiceWithItsKeyInAHeader() throws Exception {
        site.page("/v2/top", """
                {"status":"ok","articles":[
                  {"title":"[Removed]","url":"https://removed.example"},
                  {"source":{"name":"Paper"},"title":"Shares rise","url":"https://p.example/a",
                   "publishedAt":"2023-01-02T15:04:05Z","extra":{"a":1}}]}
                """);

        Round round = desk(source("Api", Kind.JSON, "/v2/top")).poll();

        assertThat(round.headlines()).singleElement().satisfies(headline -> {
            assertThat(headline.text()).isEqualTo("Shares rise");
            assertThat(headline.source()).isEqualTo("Paper");
        });
        assertThat(site.requests()).containsExactly("/v2/top sesame 200");
    }

    @Test
    void oneBadSourceDoesNotSilenceTheOthersAndNoReasonHoldsTheKey() throws Exception {
        site.page("/rss", RSS);
        site.failure("/down", 503);
        site.page("/html", "<html><body>sign in</body></html>");
        site.page("/bomb", "<!DOCTYPE a [<!ENTITY b \"c\">]><rss><channel/></rss>");
        site.page("/broken", "{\"articles\":[");
        site.page("/refused", "{\"status\":\"error\",\"code\":\"apiKeyInvalid\",\"message\":\"sesame is wrong\"}");

        Round round = desk(
                        source("Down", Kind.RSS_OR_ATOM, "/down?key=sesame"),
                        source("Html", Kind.RSS_OR_ATOM, "/html"),
                        source("Bomb", Kind.RSS_OR_ATOM, "/bomb"),
                        source("Broken", Kind.JSON, "/broken"),
                        source("Refused", Kind.JSON, "/refused"),
                        source("Wire", Kind.RSS_OR_ATOM, "/rss"))
                .poll();

        assertThat(round.headlines()).hasSize(2);
        assertThat(round.failures())
                .extracting(Failure::source)
                .containsExactly("Down", "Html", "Bomb", "Broken", "Refused");
        assertThat(round.failures()).extracting(Failure::reason).noneMatch(reason -> reason.contains("sesame"));
        assertThat(round.failures().getFirst().reason()).contains("status 503");
    }

    @Test
    void saysThatASourceCannotBeReached() throws Exception {
        NewsSource gone = source("Gone", Kind.JSON, "/x?apiKey=sesame");
        site.close();

        Round round = desk(gone).poll();

        assertThat(round.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.reason())
                        .contains("cannot be reached")
                        .doesNotContain("sesame"));
        assertThat(gone.toString()).doesNotContain("sesame");
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
