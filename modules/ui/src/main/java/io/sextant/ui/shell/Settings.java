package io.sextant.ui.shell;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.request.Answer;
import io.sextant.ui.bridge.EngineBridge;
import io.sextant.ui.link.WindowMemory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * What the window remembers: kept by an engine of this process as settings of the desk, of an engine elsewhere on this machine. Keys start
 * with {@code ui.}. Changes are written half a second after the last one, because each is a record in the journal and a dragged divider makes
 * hundreds.
 */
public final class Settings {

    private static final System.Logger LOG = System.getLogger(Settings.class.getName());
    private static final Duration WRITE_DELAY = Duration.millis(500);
    private static final String PREFIX = "ui.";

    private final Consumer<Map<String, String>> keeper;
    private final Map<String, String> values;
    private final Map<String, String> unwritten = new LinkedHashMap<>();
    private final PauseTransition writing = new PauseTransition(WRITE_DELAY);

    public Settings(EngineBridge engine, Map<String, String> remembered) {
        this.keeper = changed -> changed.forEach((key, value) -> submit(engine, key, value));
        this.values = new HashMap<>(remembered);
        writing.setOnFinished(done -> flush());
    }

    /** Kept on this machine, whatever engine is shown. */
    Settings(WindowMemory memory, Map<String, String> remembered) {
        this.values = new HashMap<>(remembered);
        this.keeper = changed -> memory.keep(Map.copyOf(values));
        writing.setOnFinished(done -> flush());
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(requirePrefix(key)));
    }

    public void put(String key, String value) {
        if (!value.equals(values.put(requirePrefix(key), value))) {
            unwritten.put(key, value);
            writing.playFromStart();
        }
    }

    /** Writes what waits; the window does so before it closes. */
    public void flush() {
        writing.stop();
        Map<String, String> now = new LinkedHashMap<>(unwritten);
        unwritten.clear();
        if (!now.isEmpty()) {
            keeper.accept(now);
        }
    }

    private static void submit(EngineBridge engine, String key, String value) {
        engine.submit(new ChangeSetting(key, value)).whenComplete((answer, failure) -> {
            if (failure != null) {
                LOG.log(System.Logger.Level.WARNING, "setting " + key + " could not be remembered", failure);
            } else if (answer instanceof Answer.Refused(var refusal)) {
                LOG.log(System.Logger.Level.WARNING, "setting " + key + " was refused: " + refusal.sentence());
            }
        });
    }

    private static String requirePrefix(String key) {
        if (!key.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a setting of the window starts with " + PREFIX + ", was " + key);
        }
        return key;
    }
}
