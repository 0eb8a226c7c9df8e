package io.sextant.app.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A file that says what the command line would: each option under its long name without the dashes, so that there is one list of what can be said.
 * What stands on the command line counts more.
 */
public final class EngineConfig {

    private static final int LONGEST = 100_000;

    private final Path file;
    private final Map<?, ?> content;

    private EngineConfig(Path file, Map<?, ?> content) {
        this.file = file;
        this.content = content;
    }

    /** Throws {@link IllegalArgumentException}, with a sentence. */
    public static EngineConfig read(Path file) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file.getFileName().toString())
                    .setCodePointLimit(LONGEST)
                    .setAllowDuplicateKeys(false)
                    .build();
            Object content = new Load(settings).loadFromString(Files.readString(file));
            return switch (content) {
                case null -> new EngineConfig(file, Map.of());
                case Map<?, ?> map -> new EngineConfig(file, map);
                default -> throw new IllegalArgumentException(file + " is no list of \"option: value\" lines");
            };
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + " cannot be read", unreadable);
        } catch (YamlEngineException wrong) {
            throw new IllegalArgumentException(
                    file + " is no YAML that can be read: "
                            + String.valueOf(wrong.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    wrong);
        }
    }

    /**
     * As arguments, but for those that were said already.
     *
     * @param known the long names that there are, with their dashes
     * @param said of those, what the command line has
     */
    public List<String> arguments(Set<String> known, Set<String> said) {
        List<String> arguments = new ArrayList<>();
        content.forEach((key, value) -> {
            String name = "--" + key;
            if (!known.contains(name)) {
                throw new IllegalArgumentException(file + " says \"" + key
                        + "\", and there is no such option; there are "
                        + known.stream().sorted().map(one -> one.substring(2)).collect(Collectors.joining(", ")));
            }
            if (!said.contains(name)) {
                add(arguments, name, value);
            }
        });
        return arguments;
    }

    private void add(List<String> arguments, String name, Object value) {
        switch (value) {
            case Boolean on -> {
                if (on) {
                    arguments.add(name);
                }
            }
            case List<?> several -> several.forEach(one -> add(arguments, name, one));
            case String text -> arguments.add(name + "=" + text);
            case Number number -> arguments.add(name + "=" + number);
            case null, default ->
                throw new IllegalArgumentException(
                        file + " gives " + name.substring(2) + " something that is no value");
        }
    }
}
