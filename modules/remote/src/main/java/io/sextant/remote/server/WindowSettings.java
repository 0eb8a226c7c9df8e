package io.sextant.remote.server;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What windows remember at the engine. Whoever trades may write it, and all of it is kept in the engine's memory, journal and snapshots for good;
 * so there is only so much room, for all of them together.
 */
final class WindowSettings {

    static final String PREFIX = "ui.";
    static final int MOST = 2_000;
    static final long MOST_CHARACTERS = 16L << 20;

    private final Map<String, Integer> lengths = new HashMap<>();
    private long characters;

    /** What is there already. */
    synchronized void know(Map<String, String> settings) {
        settings.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                put(key, value);
            }
        });
    }

    /** Why it is not done; empty where there is room for it, which is then taken. */
    synchronized Optional<String> refusal(Command command) {
        if (!(command instanceof ChangeSetting(String key, String value)) || !key.startsWith(PREFIX)) {
            return Optional.empty();
        }
        boolean isMore = value.length() > lengths.getOrDefault(key, 0);
        if (!lengths.containsKey(key) && lengths.size() >= MOST) {
            return Optional.of("one setting of windows more than " + MOST);
        }
        if (isMore && characters + value.length() > MOST_CHARACTERS) {
            return Optional.of("more than windows may remember together");
        }
        put(key, value);
        return Optional.empty();
    }

    private void put(String key, String value) {
        Integer before = lengths.put(key, value.length());
        characters += value.length() - (before == null ? 0 : before);
    }
}
