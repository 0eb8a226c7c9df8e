package io.sextant.app.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Are the system's libraries there that JavaFX loads? Only Linux leaves that to the user. */
final class NativesCheck {

    private static final System.Logger LOG = System.getLogger(NativesCheck.class.getName());

    /** Library and the Debian package that has it. */
    private static final Map<String, String> NEEDED = new LinkedHashMap<>();

    static {
        NEEDED.put("libgtk-3.so.0", "libgtk-3-0");
        NEEDED.put("libpangoft2-1.0.so.0", "libpangoft2-1.0-0");
        NEEDED.put("libGL.so.1", "libgl1");
        NEEDED.put("libXtst.so.6", "libxtst6");
    }

    private NativesCheck() {}

    static Finding examine() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            return Finding.well("Libraries", "part of the system");
        }
        String known = loaderCache();
        if (known.isEmpty()) {
            return Finding.watch("Libraries", "the list of system libraries cannot be read (ldconfig)", "");
        }
        List<String> missing = new ArrayList<>();
        NEEDED.forEach((library, debianPackage) -> {
            if (!known.contains(library)) {
                missing.add(debianPackage);
            }
        });
        return missing.isEmpty()
                ? Finding.well("Libraries", "GTK 3, Pango, OpenGL and XTest are there")
                : Finding.watch(
                        "Libraries",
                        "the window needs libraries that are missing",
                        "sudo apt-get install " + String.join(" ", missing));
    }

    private static String loaderCache() {
        for (String command : List.of("ldconfig", "/sbin/ldconfig")) {
            try {
                Process process = new ProcessBuilder(command, "-p")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor(10, TimeUnit.SECONDS) && !text.isEmpty()) {
                    return text;
                }
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, command + " cannot be run here", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "";
            }
        }
        return "";
    }
}
