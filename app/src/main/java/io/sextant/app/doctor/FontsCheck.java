package io.sextant.app.doctor;

import java.util.List;

/** Are the window's own letters in this installation? */
final class FontsCheck {

    private static final List<String> STYLES = List.of("Regular", "Medium", "Bold", "Italic");

    private FontsCheck() {}

    static Finding examine() {
        List<String> missing = STYLES.stream()
                .filter(style ->
                        FontsCheck.class.getResource("/com/formdev/flatlaf/fonts/roboto/Roboto-" + style + ".ttf")
                                == null)
                .toList();
        return missing.isEmpty()
                ? Finding.well("Fonts", "Roboto is brought along")
                : Finding.unwell(
                        "Fonts",
                        "Roboto " + String.join(", ", missing) + " is not in this installation",
                        "Install the package again, or build again.");
    }
}
