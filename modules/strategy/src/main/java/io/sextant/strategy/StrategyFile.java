package io.sextant.strategy;

import io.sextant.strategy.code.OwnCode;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.own.Loaded;
import io.sextant.strategy.rules.RuleReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person's own strategy: rules in YAML, Java that is compiled, or a jar. */
public final class StrategyFile {

    private static final int IDENTITY_BYTES = 6;

    private StrategyFile() {}

    /** Whether it is meant to be a file, and not the name of one that comes with the workstation. */
    public static boolean isMeant(String text) {
        String file = path(text).toLowerCase(Locale.ROOT);
        return file.endsWith(".yaml")
                || file.endsWith(".yml")
                || file.endsWith(".java")
                || file.endsWith(".jar")
                || file.contains("/")
                || file.contains("\\");
    }

    /** Reads it; where it holds several strategies, {@code FILE#name} says which. */
    public static Loaded load(String text) {
        Path file = Path.of(path(text));
        if (!Files.exists(file)) {
            return Loaded.broken(0, "there is no file " + file);
        }
        String lower = file.toString().toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml") ? rules(file) : one(OwnCode.loadAll(file), text);
    }

    /** Its name and what stands in it: a file that was changed is another strategy. */
    public static String identity(String text, StrategyKind kind) {
        try (Stream<Path> files = Files.walk(Path.of(path(text)))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(Files.readAllBytes(each));
            }
            return kind.name() + "@" + HexFormat.of().formatHex(digest.digest(), 0, IDENTITY_BYTES);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(text + " cannot be read: " + unreadable.getMessage(), unreadable);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String path(String text) {
        int hash = text.lastIndexOf('#');
        return hash < 0 ? text : text.substring(0, hash);
    }

    private static Loaded rules(Path file) {
        try {
            return RuleReader.read(Files.readString(file));
        } catch (CharacterCodingException notText) {
            return Loaded.broken(0, file + " is no text in UTF-8");
        } catch (IOException unreadable) {
            return Loaded.broken(0, file + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static Loaded one(List<Loaded> all, String text) {
        String wanted = text.substring(path(text).length()).replace("#", "");
        if (wanted.isEmpty() && all.size() == 1) {
            return all.getFirst();
        }
        List<Loaded.Ready> ready = all.stream()
                .filter(Loaded.Ready.class::isInstance)
                .map(Loaded.Ready.class::cast)
                .toList();
        for (Loaded.Ready each : ready) {
            if (each.kind().name().equals(wanted) || (wanted.isEmpty() && ready.size() == 1)) {
                return each;
            }
        }
        return all.stream()
                .filter(each -> ready.isEmpty() && each instanceof Loaded.Broken)
                .findFirst()
                .orElseGet(() -> Loaded.broken(
                        0,
                        "say which strategy is meant, as " + path(text) + "#NAME; there is "
                                + ready.stream().map(each -> each.kind().name()).collect(Collectors.joining(", "))));
    }
}
