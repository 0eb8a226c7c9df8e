package io.sextant.app.desktop;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.vault.LocalKeyDesk;
import io.sextant.ui.SextantApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Opens the window onto a session and closes both in order. */
public final class Desktop {

    private Desktop() {}

    /** Whether a window could be shown: Windows and macOS always have a screen, Linux says so by its environment. */
    public static boolean isAvailable() {
        return !isUnix() || !displayName().isEmpty() || Boolean.getBoolean("sextant.headless.window");
    }

    /** What the screen is called; empty when there is none. */
    public static String displayName() {
        if (!isUnix()) {
            return System.getProperty("os.name");
        }
        // JavaFX draws through X11, also on a Wayland desktop, whose XWayland sets DISPLAY.
        String x11 = System.getenv("DISPLAY");
        return x11 == null || x11.isBlank() ? "" : "X11 " + x11;
    }

    /** Hands files to a window that is open on this data folder, with {@code server} on its engine; false where none is. */
    public static boolean show(Path dataFolder, Optional<String> server, List<Path> files) {
        return WindowDoor.knock(dataFolder, files, server);
    }

    /**
     * Blocks until the window is closed; the exit code. {@code server} is where its engine is, empty for this machine; {@code files} are shown once
     * the window stands; {@code vaults} are those of other profiles, each closed at the end.
     */
    public static int open(
            DeskOptions options,
            Optional<String> server,
            LocalKeyDesk vault,
            Function<Path, LocalKeyDesk> vaults,
            boolean exitWhenReady,
            List<Path> files) {
        try (DeskHouse house = new DeskHouse(vaults, exitWhenReady, files, server.isPresent())) {
            Thread closing = Thread.ofPlatform().name("sextant-closing").unstarted(house::closeDesk);
            Runtime.getRuntime().addShutdownHook(closing);
            SextantApplication.Launch launch = house.launch(options, vault, server);
            house.openEarly(options, launch);
            SextantApplication.launch(launch);
            return 0;
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (!(cause instanceof UnsupportedOperationException)) {
                throw e;
            }
            throw new IllegalStateException("The screen \"" + displayName()
                    + "\" cannot be opened. Look at DISPLAY, or do without a window:" + " sextant run --headless.");
        }
    }

    private static boolean isUnix() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return !system.contains("win") && !system.contains("mac");
    }
}
