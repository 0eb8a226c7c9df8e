package io.sextant.store.keyring;

import io.sextant.domain.vault.Keyring;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which keyring this system has. */
public final class SystemKeyring {

    private SystemKeyring() {}

    /**
     * Empty where the program that leads to it is not installed, and on Windows, which has none that this version knows to ask.
     *
     * @param system as {@code os.name} has it
     * @param searchPath as the variable PATH has it
     */
    public static Optional<Keyring> find(String system, String searchPath) {
        return switch (kind(system)) {
            case LINUX -> installed(searchPath, "secret-tool").map(SecretService::new);
            case MAC -> installed(searchPath, "security").map(MacKeychain::new);
            case WINDOWS -> Optional.empty();
        };
    }

    /** Why there is none, as a clause for people. */
    public static String whyNone(String system) {
        return switch (kind(system)) {
            case LINUX -> "secret-tool of libsecret is not installed";
            case MAC -> "the program security was not found";
            case WINDOWS -> "Windows' keyring is not supported";
        };
    }

    private enum Kind {
        LINUX,
        MAC,
        WINDOWS
    }

    private static Kind kind(String system) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return Kind.WINDOWS;
        }
        return os.contains("mac") ? Kind.MAC : Kind.LINUX;
    }

    /** By its whole path: what comes first on a path may change between finding and running. */
    private static Optional<String> installed(String searchPath, String program) {
        return Arrays.stream(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
