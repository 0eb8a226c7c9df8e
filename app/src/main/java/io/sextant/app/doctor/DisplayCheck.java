package io.sextant.app.doctor;

import io.sextant.app.desktop.Desktop;

/** Is there a screen for the window? */
final class DisplayCheck {

    private DisplayCheck() {}

    static Finding examine() {
        return Desktop.isAvailable()
                ? Finding.well("Display", Desktop.displayName())
                : Finding.watch(
                        "Display",
                        "none",
                        System.getenv("WAYLAND_DISPLAY") == null
                                ? "The window needs one (DISPLAY is not set); sextant run --headless works without."
                                : "This is Wayland without X: the window needs XWayland (package xwayland); sextant run"
                                        + " --headless works without.");
    }
}
