package io.sextant.reference.news;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.source.NewsSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The items of one source that were told. The newest of them are a setting of the desk, because the engine forgets how it answered
 * after some thousand commands and a source may keep an item for weeks. One thread at a time.
 */
final class ToldItems {

    /** More than a document is read for, so that what is in it still is always among them. */
    static final int SAVED = NewsDesk.MOST_ITEMS + 56;

    /** Enough that no source brings an item back that was forgotten while the desk is open. */
    private static final int REMEMBERED = 10_000;

    private static final String SETTING = "source.told.news.";

    /** So much of a key's hash tells one item of a source from the others. */
    private static final int MARK_LENGTH = 16;

    private final String source;
    private final LinkedHashMap<String, Boolean> marks = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };
    private Set<String> saved;

    ToldItems(NewsSource source, Map<String, String> settings) {
        this.source = source.name();
        saved = marks(settings.getOrDefault(SETTING + this.source, ""));
        saved.forEach(mark -> marks.put(mark, true));
    }

    /** Whether it was not there before; from now on it is. */
    boolean add(CommandKey key) {
        return marks.put(mark(key), true) == null;
    }

    /** The setting that adds what it lacks, empty when it lacks nothing; {@code waiting} has yet to be told. */
    Optional<ChangeSetting> unsaved(Collection<NewsDesk.Fresh> waiting) {
        Set<String> untold = waiting.stream().map(one -> mark(one.key())).collect(Collectors.toSet());
        List<String> told = marks.sequencedKeySet().reversed().stream()
                .filter(mark -> !untold.contains(mark))
                .limit(SAVED)
                .toList();
        return saved.containsAll(told)
                ? Optional.empty()
                : Optional.of(new ChangeSetting(SETTING + source, String.join("", told.reversed())));
    }

    void saved(ChangeSetting setting) {
        saved = marks(setting.value());
    }

    /** What empties the settings of sources that are no more. */
    static List<ChangeSetting> forgetting(Map<String, String> settings, Collection<String> sources) {
        return settings.entrySet().stream()
                .filter(one ->
                        one.getKey().startsWith(SETTING) && !one.getValue().isEmpty())
                .filter(one -> !sources.contains(one.getKey().substring(SETTING.length())))
                .map(one -> new ChangeSetting(one.getKey(), ""))
                .toList();
    }

    private static Set<String> marks(String value) {
        Set<String> marks = new LinkedHashSet<>();
        for (int end = MARK_LENGTH; end <= value.length(); end += MARK_LENGTH) {
            marks.add(value.substring(end - MARK_LENGTH, end));
        }
        return marks;
    }

    private static String mark(CommandKey key) {
        return key.value().substring(key.value().length() - MARK_LENGTH);
    }
}
