package io.sextant.reference.news;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.TellHeadline;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.source.NewsSource;
import io.sextant.reference.key.KeyRing;
import io.sextant.reference.web.WebDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads news sources and tells new headlines from those that were there before. What an item says of its own time is in no one's
 * power to check, and a model that trusts it learns from the future; so it is not handed on. Any thread.
 */
final class NewsDesk {

    /** The newest of a document; an archive of years is not news. */
    static final int MOST_ITEMS = 200;

    private static final int LONGEST_SOURCE = 120;

    private final WebDocuments web;
    private final KeyRing keys;
    private final NamedInstruments instruments;

    NewsDesk(InstrumentCatalog instruments, WebDocuments web, KeyRing keys) {
        this.web = web;
        this.keys = keys;
        this.instruments = new NamedInstruments(instruments);
    }

    /**
     * A headline with the key that is its own: the same item makes the same key tomorrow, so the engine tells it once also when it
     * went down before it was noted as told.
     */
    record Fresh(CommandKey key, TellHeadline headline) {}

    /** What the source has now that was not told, the oldest first; empty also when its document is the same as last time. */
    List<Fresh> read(NewsSource source, ToldItems told) throws IOException, InterruptedException {
        Map<String, String> headers = source.key().isPresent()
                ? Map.of("X-Api-Key", keys.read(source.key().get()))
                : Map.of();
        Optional<byte[]> document = web.fetch(source.address(), headers);
        if (document.isEmpty()) {
            return List.of();
        }
        List<NewsItem> items = switch (source.form()) {
            case FEED -> FeedDocument.read(document.get(), source.name());
            case JSON -> JsonNews.read(document.get(), source.name());
        };
        List<Fresh> fresh = new ArrayList<>();
        // Feeds list the newest first.
        for (NewsItem item :
                items.subList(0, Math.min(items.size(), MOST_ITEMS)).reversed()) {
            CommandKey key = key(source.name(), item.id());
            if (told.add(key)) {
                fresh.add(new Fresh(key, headline(item)));
            }
        }
        return fresh;
    }

    private TellHeadline headline(NewsItem item) {
        String from = item.source();
        return new TellHeadline(
                instruments.namedIn(item.title()),
                item.title(),
                from.substring(0, Math.min(from.length(), LONGEST_SOURCE)));
    }

    private static CommandKey key(String source, String id) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(source.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            byte[] hash = digest.digest(id.getBytes(StandardCharsets.UTF_8));
            return new CommandKey("news-" + HexFormat.of().formatHex(hash, 0, 20));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
