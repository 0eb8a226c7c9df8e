package io.sextant.reference.news;

import io.sextant.reference.web.WebDocuments;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where headlines come from.
 *
 * @param name shown beside each headline
 * @param headers for example {@code X-Api-Key}; never shown
 */
public record NewsSource(String name, Kind kind, URI address, Map<String, String> headers) {

    /** How it answers. */
    public enum Kind {
        RSS_OR_ATOM,
        JSON
    }

    public NewsSource {
        headers = Map.copyOf(headers);
    }

    /** What it has now; empty when nothing changed since last time. */
    List<NewsItem> fetch(WebDocuments web) throws IOException, InterruptedException {
        Optional<byte[]> document = web.fetch(address, headers);
        if (document.isEmpty()) {
            return List.of();
        }
        return switch (kind) {
            case RSS_OR_ATOM -> FeedDocument.read(document.get(), name);
            case JSON -> JsonNews.read(document.get(), name);
        };
    }

    /** Without headers and query, which may hold keys. */
    @Override
    public String toString() {
        return name + " (" + kind + " at " + address.getHost() + ")";
    }
}
