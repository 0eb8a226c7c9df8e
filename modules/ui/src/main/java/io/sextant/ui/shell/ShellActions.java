package io.sextant.ui.shell;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.request.Job;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.shell.DeskAction.Group;
import io.sextant.ui.theme.Themes;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;

/** The actions of the window itself; panels add theirs. */
final class ShellActions {

    static final String PALETTE = "window.palette";
    static final String PALETTE_KEYS = "Shortcut+K";
    static final String SHORTCUTS = "window.shortcuts";
    static final String TOUR = "window.tour";
    static final String TOGGLE_THEME = "appearance.theme";
    static final String LARGER = "appearance.larger";
    static final String SMALLER = "appearance.smaller";
    /** Plus stands on keys of its own, and elsewhere above the equals sign. */
    static final List<String> LARGER_KEYS =
            List.of("Shortcut+Plus", "Shortcut+Shift+Equals", "Shortcut+Shift+Plus", "Shortcut+Add");

    static final String RESET_LAYOUT = "panel.reset-layout";

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final int PANELS_WITH_DIGIT = 9;

    /** What the actions act on. */
    record Targets(
            DeskContext context,
            Docking docking,
            PanelRegistry panels,
            KillSwitch killSwitch,
            MarketPace pace,
            DeskSwitch desks,
            ZoneId readersZone,
            Runnable palette,
            Runnable shortcuts,
            Runnable tour,
            Runnable resetLayout,
            Runnable fullScreen,
            Runnable quit) {}

    private final Targets on;
    private final Texts texts;
    private final List<DeskAction> made = new ArrayList<>();

    private ShellActions(Targets targets) {
        on = targets;
        texts = targets.context().texts();
    }

    static List<DeskAction> of(Targets targets) {
        ShellActions actions = new ShellActions(targets);
        actions.safety();
        actions.window();
        actions.panels();
        actions.instruments();
        actions.market();
        actions.appearance();
        return actions.made;
    }

    static String showPanel(String panelId) {
        return "panel.show." + panelId;
    }

    private void safety() {
        var engaged = on.killSwitch().engagedProperty();
        made.add(action("kill.engage", Group.SAFETY, "kill.engage", on.killSwitch()::engage)
                .withShortcut(KillSwitch.ENGAGE_KEYS)
                .enabledWhen(engaged.not()));
        made.add(action("kill.release", Group.SAFETY, "kill.release", on.killSwitch()::askToRelease)
                .enabledWhen(engaged));
    }

    private void window() {
        made.add(action(PALETTE, Group.WINDOW, "palette", on.palette()).withShortcut(PALETTE_KEYS));
        made.add(action(SHORTCUTS, Group.WINDOW, "shortcuts", on.shortcuts()).withShortcut("F1"));
        made.add(action(TOUR, Group.WINDOW, "tour", on.tour()));
        made.add(action("tables.rebuild", Group.WINDOW, "tables.rebuild", this::rebuildTables));
        made.add(action("desk.simulated", Group.WINDOW, "desk.simulated", on.desks()::openSimulated));
        made.add(action("desk.recording", Group.WINDOW, "desk.recording", on.desks()::askForRecording)
                .withShortcut("Shortcut+O"));
        if (on.desks().hasVenues()) {
            made.add(action("desk.venue", Group.WINDOW, "desk.venue", on.desks()::askForVenue)
                    .withShortcut("Shortcut+Shift+O"));
        }
        if (on.desks().hasServers()) {
            made.add(action("desk.servers", Group.WINDOW, "desk.servers", on.desks()::showServers)
                    .withShortcut("Shortcut+Shift+E"));
        }
        if (on.desks().hasKeys()) {
            made.add(action("keys.open", Group.WINDOW, "keys", on.desks()::showKeys));
        }
        if (on.desks().hasProfiles()) {
            made.add(action("profile.open", Group.WINDOW, "profile", on.desks()::askForProfile));
        }
        made.add(action("window.full-screen", Group.WINDOW, "fullscreen", on.fullScreen())
                .withShortcut("F11"));
        made.add(action("window.quit", Group.WINDOW, "quit", on.quit()).withShortcut("Shortcut+Q"));
    }

    private void rebuildTables() {
        Toasts toasts = on.context().toasts();
        on.context().engine().start(new Job.RebuildTables()).result().whenComplete((facts, failure) -> {
            if (failure != null) {
                toasts.failed(failure);
            } else {
                toasts.show(
                        Toasts.Kind.DONE,
                        texts.get("shell.tables.rebuilt.title"),
                        texts.get("shell.tables.rebuilt.text", facts));
            }
        });
    }

    private void panels() {
        int digit = 1;
        for (Panel panel : on.panels().all()) {
            DeskAction show = DeskAction.of(
                    showPanel(panel.id()),
                    Group.PANELS,
                    texts.bind("shell.action.panel.show", panel.title()),
                    () -> on.docking().show(panel));
            made.add(digit <= PANELS_WITH_DIGIT ? show.withShortcut("Shortcut+" + digit) : show);
            digit++;
        }
        Docking docking = on.docking();
        made.add(action("panel.next", Group.PANELS, "panel.next", () -> docking.focusNext(1))
                .withShortcut("F6"));
        made.add(action("panel.previous", Group.PANELS, "panel.previous", () -> docking.focusNext(-1))
                .withShortcut("Shift+F6"));
        made.add(action("panel.close", Group.PANELS, "panel.close", onFocused(docking::close))
                .withShortcut("Shortcut+W"));
        made.add(action("panel.float", Group.PANELS, "panel.float", onFocused(docking::tearOff))
                .withShortcut("Shortcut+Shift+F"));
        made.add(action(
                "panel.split-right",
                Group.PANELS,
                "panel.split-right",
                onFocused(id -> docking.split(id, Orientation.HORIZONTAL))));
        made.add(action(
                "panel.split-down",
                Group.PANELS,
                "panel.split-down",
                onFocused(id -> docking.split(id, Orientation.VERTICAL))));
        made.add(action("panel.next-group", Group.PANELS, "panel.next-group", onFocused(docking::moveToNextGroup))
                .withShortcut("Shortcut+Shift+M"));
        made.add(action(RESET_LAYOUT, Group.PANELS, "layout.reset", on.resetLayout())
                .withShortcut("Shortcut+Shift+0"));
    }

    private Runnable onFocused(Consumer<String> change) {
        return () -> on.docking().focusedPanel().map(Panel::id).ifPresent(change);
    }

    private void instruments() {
        for (Instrument instrument : on.context().catalog().all()) {
            made.add(DeskAction.of(
                    "instrument.show." + instrument.id(),
                    Group.INSTRUMENTS,
                    texts.bind("shell.action.instrument.show", instrument.id().symbol(), instrument.name()),
                    () -> on.context().linkedInstrument().set(instrument.id())));
        }
        made.add(action("instrument.next", Group.INSTRUMENTS, "instrument.next", () -> step(1))
                .withShortcut("Shortcut+Page Down"));
        made.add(action("instrument.previous", Group.INSTRUMENTS, "instrument.previous", () -> step(-1))
                .withShortcut("Shortcut+Page Up"));
    }

    private void step(int steps) {
        InstrumentCatalog catalog = on.context().catalog();
        int current = catalog.indexOf(on.context().linkedInstrument().get());
        int next = Math.floorMod(current + steps, catalog.size());
        on.context().linkedInstrument().set(catalog.get(next).id());
    }

    private void market() {
        MarketPace pace = on.pace();
        var changeable = pace.changeableProperty();
        made.add(DeskAction.of(
                        "market.pause",
                        Group.MARKET,
                        Bindings.createStringBinding(
                                () -> texts.get(
                                        pace.pausedProperty().get()
                                                ? "shell.action.pace.resume"
                                                : "shell.action.pace.pause"),
                                pace.pausedProperty(),
                                texts.figuresProperty()),
                        pace::togglePause)
                .withShortcut("F9")
                .enabledWhen(changeable));
        made.add(action("market.slower", Group.MARKET, "pace.slower", pace::slower)
                .withShortcut("F7")
                .enabledWhen(changeable));
        made.add(action("market.faster", Group.MARKET, "pace.faster", pace::faster)
                .withShortcut("F8")
                .enabledWhen(changeable));
        for (double step : MarketPace.STEPS) {
            made.add(DeskAction.of(
                            "market.pace." + (Double.isInfinite(step) ? "max" : Math.round(step)),
                            Group.MARKET,
                            Bindings.createStringBinding(
                                    () -> texts.get("shell.action.pace.set", MarketPace.name(texts, step)),
                                    texts.figuresProperty()),
                            () -> pace.set(step))
                    .enabledWhen(changeable));
        }
    }

    private void changeRest() {
        var rests = on.context().engine().restsProperty();
        rests.set(!rests.get());
        on.context()
                .toasts()
                .info(texts.get(rests.get() ? "shell.rests.on" : "shell.rests.off"), texts.get("shell.rests.text"));
    }

    private void appearance() {
        var shade = on.context().themes().shadeProperty();
        made.add(action(TOGGLE_THEME, Group.APPEARANCE, "theme.toggle", () -> shade.set(TopBar.other(shade.get())))
                .withShortcut("Shortcut+Shift+D"));
        made.add(action("appearance.light", Group.APPEARANCE, "theme.light", () -> shade.set(Themes.Shade.LIGHT)));
        made.add(action("appearance.dark", Group.APPEARANCE, "theme.dark", () -> shade.set(Themes.Shade.DARK)));
        Themes themes = on.context().themes();
        made.add(action(
                "appearance.contrast",
                Group.APPEARANCE,
                "contrast",
                () -> themes.contrastProperty().set(!themes.contrastProperty().get())));
        made.add(action(
                "appearance.safe-colours",
                Group.APPEARANCE,
                "safe-colours",
                () -> themes.safeColoursProperty()
                        .set(!themes.safeColoursProperty().get())));
        made.add(action("appearance.rests", Group.APPEARANCE, "rests", this::changeRest));
        made.add(action(LARGER, Group.APPEARANCE, "larger", () -> themes.enlarge(1))
                .withShortcut("Shortcut+Equals"));
        made.add(action(SMALLER, Group.APPEARANCE, "smaller", () -> themes.enlarge(-1))
                .withShortcut("Shortcut+Minus"));
        made.add(action(
                        "appearance.usual-size",
                        Group.APPEARANCE,
                        "usual-size",
                        () -> themes.scaleProperty().set(1))
                .withShortcut("Shortcut+0"));
        made.add(action("appearance.language", Group.APPEARANCE, "language.next", this::nextLanguage)
                .withShortcut("Shortcut+Shift+L"));
        for (Language language : Language.values()) {
            made.add(DeskAction.of(
                    "appearance.language." + language.tag(),
                    Group.APPEARANCE,
                    texts.bind("shell.action.language.set", language.nativeName()),
                    () -> texts.languageProperty().set(language)));
        }
        made.add(action(
                "appearance.zone.utc",
                Group.APPEARANCE,
                "zone.utc",
                () -> texts.zoneProperty().set(UTC)));
        if (!on.readersZone().equals(UTC)) {
            made.add(DeskAction.of(
                    "appearance.zone.local",
                    Group.APPEARANCE,
                    texts.bind("shell.action.zone.local", on.readersZone().getId()),
                    () -> texts.zoneProperty().set(on.readersZone())));
        }
    }

    private void nextLanguage() {
        List<Language> all = Texts.languages();
        texts.languageProperty().set(all.get((all.indexOf(texts.language()) + 1) % all.size()));
    }

    private DeskAction action(String id, Group group, String key, Runnable run) {
        return DeskAction.of(id, group, texts.bind("shell.action." + key), run);
    }
}
