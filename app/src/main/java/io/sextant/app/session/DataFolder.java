package io.sextant.app.session;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the user's data lives: the platform's own place, or where the user said. */
public final class DataFolder {

    private DataFolder() {}

    /** XDG on Linux, AppData on Windows, Library on macOS. */
    public static Path usual() {
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
