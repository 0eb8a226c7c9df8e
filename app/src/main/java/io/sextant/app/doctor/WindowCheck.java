package io.sextant.app.doctor;

import java.util.List;

/** Is JavaFX in this installation with the native code of this system? */
final class WindowCheck {

    private static final List<String> NATIVE = List.of("/libglass.so", "/libglass.dylib", "/glass.dll");

    private WindowCheck() {}

    static Finding examine() {
        String version = System.getProperty("javafx.version", "");
        boolean isThere = NATIVE.stream().anyMatch(name -> WindowCheck.class.getResource(name) != null);
        return isThere
                ? Finding.well("JavaFX", ("with its native code " + version).strip())
                : Finding.watch(
                        "JavaFX",
                        "its native code for " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                                + " is not in this installation",
                        "The window needs it: build on this machine (./sextant), or install the package for this system.");
    }
}
