package io.sextant.ui.shell;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.ui.theme.Themes;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.stage.Stage;

/** How a window is arranged, as what is remembered of it: where its panels are, in which language, colours and time, and what they show. */
final class Arrangement {

    static final String LAYOUT = "ui.layout";
    static final String PLACE = "ui.window";
    static final String LANGUAGE = "ui.language";
    static final String ZONE = "ui.zone";
    static final String THEME = "ui.theme";
    static final String SCALE = "ui.scale";
    static final String CONTRAST = "ui.contrast";
    static final String SAFE_COLOURS = "ui.safe-colours";
    static final String RESTS = "ui.rests";
    static final String INSTRUMENT = "ui.instrument";

    private Arrangement() {}

    /** Takes up how the window rests, and writes each later choice where it is remembered. */
    static void remember(DeskContext context) {
        Settings settings = context.settings();
        context.texts()
                .languageProperty()
                .addListener((property, before, after) -> settings.put(LANGUAGE, after.tag()));
        context.texts().zoneProperty().addListener((property, before, after) -> settings.put(ZONE, after.getId()));
        context.themes().shadeProperty().addListener((property, before, after) -> settings.put(THEME, after.name()));
        Themes themes = context.themes();
        themes.scaleProperty().addListener((property, before, after) -> settings.put(SCALE, after.toString()));
        themes.contrastProperty().addListener((property, before, after) -> settings.put(CONTRAST, onOff(after)));
        themes.safeColoursProperty().addListener((property, before, after) -> settings.put(SAFE_COLOURS, onOff(after)));
        var rests = context.engine().restsProperty();
        rests.set(settings.find(RESTS).filter("off"::equals).isEmpty());
        rests.addListener((property, before, after) -> settings.put(RESTS, onOff(after)));
        context.linkedInstrument().addListener((property, before, after) -> settings.put(INSTRUMENT, after.symbol()));
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    /** How the reader wants to see, as it was last. */
    static void dress(Themes themes, Settings settings) {
        themes.contrastProperty()
                .set(settings.find(CONTRAST).filter("on"::equals).isPresent());
        themes.safeColoursProperty()
                .set(settings.find(SAFE_COLOURS).filter("on"::equals).isPresent());
        settings.find(SCALE).flatMap(Arrangement::findScale).ifPresent(themes.scaleProperty()::set);
    }

    private static Optional<Double> findScale(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(scale -> scale >= 1 && scale <= Themes.SCALE_MAX);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** All of it as it is now; the layout as it was last remembered. */
    static Map<String, String> of(DeskContext context, Stage stage) {
        Settings settings = context.settings();
        settings.put(PLACE, WindowPlace.of(stage).write());
        settings.put(LANGUAGE, context.texts().language().tag());
        settings.put(ZONE, context.texts().zoneProperty().get().getId());
        settings.put(THEME, context.themes().shadeProperty().get().name());
        settings.put(INSTRUMENT, context.linkedInstrument().get().symbol());
        Map<String, String> now = new HashMap<>();
        for (String key :
                List.of(LAYOUT, PLACE, LANGUAGE, ZONE, THEME, SCALE, CONTRAST, SAFE_COLOURS, RESTS, INSTRUMENT)) {
            settings.find(key).ifPresent(value -> now.put(key, value));
        }
        return now;
    }

    /** What is remembered, with {@code arrangement} in the place of its own. */
    static Map<String, String> over(Map<String, String> remembered, Map<String, String> arrangement) {
        Map<String, String> both = new HashMap<>(remembered);
        both.putAll(arrangement);
        return both;
    }

    /** The one that was linked last, where there still is one of its symbol. */
    static InstrumentId firstInstrument(Settings settings, InstrumentCatalog catalog) {
        return settings.find(INSTRUMENT)
                .flatMap(symbol -> catalog.all().stream()
                        .map(Instrument::id)
                        .filter(id -> id.symbol().equals(symbol))
                        .findFirst())
                .orElseGet(() -> catalog.get(0).id());
    }

    /** The sample of the reader's persona, or the standard layout, with the panels there are; others come in tabs of their own. */
    static DeskLayout firstLayout(Optional<Persona> persona, double width, double height, PanelRegistry panels) {
        return persona.map(Persona::workspace)
                .orElseGet(() -> DeskLayout.standard(width, height))
                .keeping(id -> panels.findPanel(id).isPresent())
                .orElseGet(() -> new DeskLayout(
                        DeskLayout.Tabs.of(panels.all().stream().map(Panel::id).toArray(String[]::new)), List.of()));
    }

    static Optional<ZoneId> findZone(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<Themes.Shade> findShade(String name) {
        return Arrays.stream(Themes.Shade.values())
                .filter(shade -> shade.name().equals(name))
                .findFirst();
    }
}
