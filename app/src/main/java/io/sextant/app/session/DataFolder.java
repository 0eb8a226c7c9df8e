package io.sextant.app.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the user's data lives: beside the launcher for a portable one, else the platform's own place, or where the user said. */
public final class DataFolder {

    private DataFolder() {}

    /** A file of this name beside the launcher, of whatever content, keeps the data beside it too. */
    public static final String PORTABLE_MARK = "sextant.portable";

    private static final String PORTABLE_DATA = "sextant-data";

    /** XDG on Linux, AppData on Windows, Library on macOS; of a portable Sextant beside its launcher. */
    public static Path usual() {
        return portable().orElseGet(DataFolder::ofPlatform);
    }

    /** Where a portable Sextant has its data; empty for one that is not. */
    public static Optional<Path> portable() {
        return launchers().flatMap(DataFolder::portable);
    }

    static Optional<Path> portable(Path launchers) {
        return Files.isRegularFile(launchers.resolve(PORTABLE_MARK))
                ? Optional.of(dataBeside(launchers))
                : Optional.empty();
    }

    /** Where it would have them, mark or not; empty where nobody told which launcher it was. */
    public static Optional<Path> besideLauncher() {
        return launchers().map(DataFolder::dataBeside);
    }

    private static Path dataBeside(Path launchers) {
        return launchers.resolve(PORTABLE_DATA).toAbsolutePath().normalize();
    }

    private static Optional<Path> launchers() {
        // jpackage's launchers tell their own path, the scripts of a checkout their folder.
        return Optional.ofNullable(System.getProperty("jpackage.app-path"))
                .map(Path::of)
                .map(Path::getParent)
                .or(() -> Optional.ofNullable(System.getProperty("sextant.launcher"))
                        .map(Path::of));
    }

    private static Path ofPlatform() {
        return usual(System.getenv(), System.getProperty("user.home"), System.getProperty("os.name"));
    }

    static Path usual(Map<String, String> environment, String home, String system) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            String appData = environment.get("APPDATA");
            return appData == null || appData.isBlank()
                    ? Path.of(home, "AppData", "Roaming", "Sextant")
                    : Path.of(appData, "Sextant");
        }
        if (os.contains("mac")) {
            return Path.of(home, "Library", "Application Support", "Sextant");
        }
        String xdg = environment.get("XDG_DATA_HOME");
        boolean usable = xdg != null && xdg.startsWith("/");
        return usable ? Path.of(xdg, "sextant") : Path.of(home, ".local", "share", "sextant");
    }
}
