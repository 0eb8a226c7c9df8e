package io.sextant.reference.news;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Headline;
import io.sextant.domain.time.Clock;
import io.sextant.reference.web.WebDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks news sources again and again, by whoever calls {@link #poll}. A headline is told once, with the time it came here: what it
 * says of its own time is in no one's power to check, and a model that trusts it learns from the future.
 */
public final class NewsDesk {

    /** Enough that no feed brings an item back that was forgotten. */
    private static final int REMEMBERED = 10_000;

    private final List<NewsSource> sources;
    private final WebDocuments web;
    private final Clock clock;
    private final NamedInstruments instruments;
    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** New headlines in the order they came, and the sources that could not be read, each with its reason. */
    public record Round(List<Headline> headlines, List<Failure> failures) {}

    public record Failure(String source, String reason) {}

    public NewsDesk(List<NewsSource> sources, InstrumentCatalog instruments, WebDocuments web, Clock clock) {
        this.sources = List.copyOf(sources);
        this.web = web;
        this.clock = clock;
        this.instruments = new NamedInstruments(instruments);
    }

    /** One round over all sources; one that fails does not keep the others from being read. */
    public Round poll() throws InterruptedException {
        List<Headline> headlines = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (NewsSource source : sources) {
            try {
                // Feeds list the newest first.
                for (NewsItem item : source.fetch(web).reversed()) {
                    if (seen.put(source.name() + " " + item.id(), true) == null) {
                        headlines.add(headline(item));
                    }
                }
            } catch (IOException e) {
                failures.add(new Failure(source.name(), String.valueOf(e.getMessage())));
            }
        }
        return new Round(List.copyOf(headlines), List.copyOf(failures));
    }

    private Headline headline(NewsItem item) {
        return new Headline(
                clock.nanos(), instruments.namedIn(item.title()), "", List.of(), item.title(), item.source());
    }
}
