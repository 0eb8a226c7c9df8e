package io.sextant.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** Roboto, brought along: its digits have one width on every system. */
final class Fonts {

    private static final String FOLDER = "/com/formdev/flatlaf/fonts/roboto/Roboto-";
    private static final List<String> STYLES = List.of("Regular", "Medium", "Bold", "Italic");
    private static final double ANY_SIZE = 12;
    private static boolean loaded;

    private Fonts() {}

    /** Once a run; a font that is not there would only make the window plainer, so a packaging mistake is said aloud. */
    static synchronized void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        for (String style : STYLES) {
            String path = FOLDER + style + ".ttf";
            try (InputStream file = Fonts.class.getResourceAsStream(path)) {
                if (file == null || Font.loadFont(file, ANY_SIZE) == null) {
                    throw new IllegalStateException("the font " + path + " is missing");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
