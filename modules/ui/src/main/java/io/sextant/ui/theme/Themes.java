package io.sextant.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/** The theme of all windows, switchable while running. */
public final class Themes {

    /** Which of the two. */
    public enum Shade {
        LIGHT,
        DARK
    }

    /** How much larger than usual everything may be. */
    public static final double SCALE_MAX = 2;

    private static final double[] SCALES = {1, 1.1, 1.25, 1.5, 1.75, SCALE_MAX};

    private final ObjectProperty<Shade> shade;
    private final BooleanProperty contrast = new SimpleBooleanProperty(this, "contrast");
    private final BooleanProperty safeColours = new SimpleBooleanProperty(this, "safeColours");
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", 1);
    private final List<Scene> scenes = new ArrayList<>();

    public Themes(Shade shade) {
        Fonts.load();
        this.shade = new SimpleObjectProperty<>(this, "shade", shade);
        dressAll();
        List.of(this.shade, contrast, safeColours).forEach(one -> one.addListener(changed -> dressAll()));
    }

    public ObjectProperty<Shade> shadeProperty() {
        return shade;
    }

    /** Whether text and lines stand out as far as they can. */
    public BooleanProperty contrastProperty() {
        return contrast;
    }

    /** Whether gains and losses are blue and orange, which all common kinds of colour vision tell apart. */
    public BooleanProperty safeColoursProperty() {
        return safeColours;
    }

    /** How much larger than usual everything is, from 1 to {@link #SCALE_MAX}. */
    public DoubleProperty scaleProperty() {
        return scale;
    }

    /** One step larger, or smaller where {@code steps} is negative. */
    public void enlarge(int steps) {
        int nearest = 0;
        for (int i = 1; i < SCALES.length; i++) {
            if (Math.abs(SCALES[i] - scale.get()) < Math.abs(SCALES[nearest] - scale.get())) {
                nearest = i;
            }
        }
        scale.set(SCALES[Math.clamp((long) nearest + steps, 0, SCALES.length - 1)]);
    }

    public boolean isDark() {
        return shade.get() == Shade.DARK;
    }

    /** Dresses a scene now and whenever the theme changes, until it is {@link #release released}. */
    public void apply(Scene scene) {
        if (!scenes.contains(scene)) {
            scenes.add(scene);
        }
        dress(scene);
    }

    public void release(Scene scene) {
        scenes.remove(scene);
    }

    private void dressAll() {
        Application.setUserAgentStylesheet(
                isDark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scenes.forEach(this::dress);
    }

    private void dress(Scene scene) {
        String shadeName = isDark() ? "dark" : "light";
        List<String> sheets = new ArrayList<>();
        sheets.add(sheet("colours-" + shadeName + ".css"));
        if (contrast.get()) {
            sheets.add(sheet("contrast-" + shadeName + ".css"));
        }
        if (safeColours.get()) {
            sheets.add(sheet("safe-" + shadeName + ".css"));
        }
        sheets.addAll(List.of(sheet("bridge.css"), sheet("sextant.css"), sheet("panels.css"), sheet("focus.css")));
        if (contrast.get()) {
            sheets.add(sheet("contrast.css"));
        }
        scene.getStylesheets().setAll(sheets);
    }

    private static String sheet(String name) {
        URL found = Themes.class.getResource(name);
        return Objects.requireNonNull(found, name).toExternalForm();
    }

    /** As the reader has the rest of the system. */
    public static Shade systemShade() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.LIGHT ? Shade.LIGHT : Shade.DARK;
    }
}
