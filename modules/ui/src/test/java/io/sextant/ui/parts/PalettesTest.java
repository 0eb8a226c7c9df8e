package io.sextant.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.theme.Themes;
import io.sextant.ui.theme.Themes.Shade;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Colours as WCAG 2.2 weighs them, and as people see them who lack one kind of cone. */
class PalettesTest {

    private static final Pattern COLOUR = Pattern.compile("(-[a-z-]+): (#[0-9a-f]{6});");

    /** Machado, Oliveira and Fernandes (2009), table 1 at severity 1.0; on linear light. */
    private static final List<double[][]> VISIONS = List.of(
            new double[][] {
                {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
            },
            new double[][] {
                {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
            },
            new double[][] {
                {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
            });

    /** What text stands on: panels, cards, bars and fields. */
    private static final List<String> GROUNDS =
            List.of("-color-bg-default", "-color-bg-overlay", "-color-bg-subtle", "-color-bg-inset", "-sx-bar");

    private static final List<String> TEXTS =
            List.of("-color-fg-default", "-color-fg-muted", "-sx-up", "-sx-down", "-sx-warn", "-sx-bad");

    private static final List<String> DRAWN = List.of("-sx-good", "-sx-own", "-color-accent-emphasis");

    /** Words on a colour of their own. */
    private static final Map<String, String> ON = Map.of(
            "-sx-on-simulated", "-sx-simulated",
            "-sx-on-paper", "-sx-paper",
            "-sx-on-live", "-sx-live",
            "-sx-on-stop", "-sx-stop",
            "-sx-warn", "-sx-warn-tint",
            "-sx-bad", "-sx-bad-tint");

    /** What white stands on: default buttons and those that buy and sell. */
    private static final List<String> STRONG = List.of("-color-accent-emphasis", "-sx-up-strong", "-sx-down-strong");

    @ParameterizedTest
    @EnumSource
    void textOnChartsIsReadableInEveryLook(Shade shade) {
        for (boolean contrast : new boolean[] {false, true}) {
            for (boolean safe : new boolean[] {false, true}) {
                ChartPalette palette = Palettes.palette(shade, contrast, safe);
                assertThat(contrast(palette.text(), palette.background())).isGreaterThanOrEqualTo(contrast ? 15 : 7);
                for (Color text : List.of(palette.text(), palette.mutedText(), palette.upText(), palette.downText())) {
                    assertThat(contrast(text, palette.background()))
                            .as(shade + " " + contrast + " " + safe + " " + text)
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void styledTextIsReadableInEveryLook(Shade shade) throws IOException {
        String name = shade == Shade.DARK ? "dark" : "light";
        Map<String, String> plain = colours("colours-" + name);
        for (List<String> more : List.of(
                List.<String>of(),
                List.of("safe-" + name),
                List.of("contrast-" + name),
                List.of("contrast-" + name, "safe-" + name))) {
            Map<String, String> look = new HashMap<>(plain);
            for (String each : more) {
                look.putAll(colours(each));
            }
            for (String text : List.of("-color-fg-default", "-color-fg-muted", "-sx-up", "-sx-down", "-sx-bad")) {
                assertThat(contrast(
                                Color.web(Objects.requireNonNull(look.get(text), text)),
                                Color.web(Objects.requireNonNull(look.get("-color-bg-default")))))
                        .as(text + " of " + name + " and " + more)
                        .isGreaterThanOrEqualTo(4.5);
            }
            // WCAG 2.2: 4.5 for text (1.4.3), 7 where contrast was asked for (1.4.6), 3 for what is drawn (1.4.11).
            double least = more.contains("contrast-" + name) ? 7 : 4.5;
            for (String ground : GROUNDS) {
                for (String text : TEXTS) {
                    assertReadable(look, text, ground, least, name + " and " + more);
                }
                for (String drawn : DRAWN) {
                    assertReadable(look, drawn, ground, 3, name + " and " + more);
                }
            }
            STRONG.forEach(ground -> assertReadable(look, "-color-fg-emphasis", ground, 4.5, name + " and " + more));
            ON.forEach((text, ground) -> assertReadable(look, text, ground, 4.5, name + " and " + more));
        }
    }

    private static void assertReadable(
            Map<String, String> look, String text, String ground, double least, String which) {
        double told = contrast(
                Color.web(Objects.requireNonNull(look.get(text), text)),
                Color.web(Objects.requireNonNull(look.get(ground), ground)));
        assertThat(told).as(text + " on " + ground + " of " + which).isGreaterThanOrEqualTo(least);
    }

    /** A difference of 20 in CIE 1976 Lab is seen at a glance; a just noticeable one is 2.3. */
    @ParameterizedTest
    @EnumSource
    void gainsAndLossesOfTheSafeColoursAreToldApartWithoutOneKindOfCone(Shade shade) throws IOException {
        ChartPalette palette = Palettes.palette(shade, false, true);
        Map<String, String> look = colours(shade == Shade.DARK ? "safe-dark" : "safe-light");
        for (double[][] vision : VISIONS) {
            assertThat(difference(palette.up(), palette.down(), vision)).isGreaterThan(20);
            assertThat(difference(Color.web(look.get("-sx-up")), Color.web(look.get("-sx-down")), vision))
                    .isGreaterThan(20);
            assertThat(difference(Color.web(look.get("-sx-good")), Color.web(look.get("-sx-bad")), vision))
                    .isGreaterThan(20);
        }
    }

    /** Red for green is what the measure has to find, or it measures nothing. */
    @Test
    void redAndGreenOfOneLightnessAreNotToldApartByIt() {
        assertThat(difference(Color.web("#b0602f"), Color.web("#7a7a00"), VISIONS.get(1)))
                .isLessThan(20);
    }

    private static Map<String, String> colours(String sheet) throws IOException {
        Map<String, String> colours = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Themes.class.getResourceAsStream(sheet + ".css"), sheet)) {
            Matcher found = COLOUR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (found.find()) {
                colours.put(found.group(1), found.group(2));
            }
        }
        return colours;
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(linear(one));
        double b = luminance(linear(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(double[] linear) {
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static double[] linear(Color color) {
        return new double[] {linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())};
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static double difference(Color one, Color other, double[][] vision) {
        double[] a = lab(seen(linear(one), vision));
        double[] b = lab(seen(linear(other), vision));
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double[] seen(double[] linear, double[][] vision) {
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                sum += vision[i][k] * linear[k];
            }
            seen[i] = Math.clamp(sum, 0.0, 1.0);
        }
        return seen;
    }

    /** From linear sRGB at D65. */
    private static double[] lab(double[] rgb) {
        double x = bent((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
        double y = bent(luminance(rgb));
        double z = bent((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double bent(double t) {
        return t > 216.0 / 24_389 ? Math.cbrt(t) : (24_389.0 / 27 * t + 16) / 116;
    }
}
