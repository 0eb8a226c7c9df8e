package io.sextant.reference.news;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A headline as its source published it.
 *
 * @param id what the source calls it, or its link, or its title: whatever tells it from others of the same source
 * @param publishedNanos when the source says it was published, UTC; sources err and backdate, so nothing is decided by it
 */
public record NewsItem(String id, String title, Optional<String> link, OptionalLong publishedNanos, String source) {

    public NewsItem {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a headline says something");
        }
    }
}
