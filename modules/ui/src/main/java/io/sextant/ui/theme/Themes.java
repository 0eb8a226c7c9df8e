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
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/** The theme of all windows, switchable while running. */
public final class Themes {

    /** Which of the two. */
    public enum Shade {
        LIGHT,
        DARK
    }

    private final ObjectProperty<Shade> shade;
    private final List<Scene> scenes = new ArrayList<>();

    public Themes(Shade shade) {
        Fonts.load();
        this.shade = new SimpleObjectProperty<>(this, "shade", shade);
        dressAll();
        this.shade.addListener(changed -> dressAll());
    }

    public ObjectProperty<Shade> shadeProperty() {
        return shade;
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
        scene.getStylesheets()
                .setAll(
                        sheet(isDark() ? "colours-dark.css" : "colours-light.css"),
                        sheet("bridge.css"),
                        sheet("sextant.css"),
                        sheet("panels.css"));
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
