package io.sextant.reference.news;

import io.sextant.reference.web.WebException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the answer of a NewsAPI-shaped service: {@code {"status":"ok","articles":[{"title","url","publishedAt","source"}]}}. */
final class JsonNews {

    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonNews() {}

    static List<NewsItem> read(byte[] document, String source) throws IOException {
        JsonNode root;
        try {
            root = MAPPER.readTree(document);
        } catch (JacksonException e) {
            throw new WebException(source + " sent JSON that cannot be read");
        }
        if (root.path("status").asString("").equals("error")) {
            throw new WebException(source + " refused: " + root.path("code").asString("no reason"));
        }
        JsonNode articles = root.path("articles");
        if (!articles.isArray()) {
            throw new WebException(source + " sent no list of articles");
        }
        List<NewsItem> items = new ArrayList<>();
        for (JsonNode article : articles) {
            String title = FeedDocument.plain(text(article, "title").orElse(""));
            // A removed article keeps its place with this title.
            if (title.isEmpty() || title.equals("[Removed]")) {
                continue;
            }
            Optional<String> link = text(article, "url").filter(url -> url.startsWith("http"));
            items.add(new NewsItem(
                    link.orElse(title),
                    title,
                    link,
                    text(article, "publishedAt").map(FeedDocument::nanos).orElseGet(OptionalLong::empty),
                    text(article.path("source"), "name").orElse(source)));
        }
        return items;
    }

    private static Optional<String> text(JsonNode of, String name) {
        JsonNode found = of.path(name);
        return found.isString() ? Optional.of(found.stringValue()) : Optional.empty();
    }
}
