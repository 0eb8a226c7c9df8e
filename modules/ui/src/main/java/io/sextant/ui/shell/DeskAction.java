package io.sextant.ui.shell;

import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/**
 * Something the reader can have done: from the palette, by its shortcut, from a menu. {@code id} is stable and unique, for
 * example {@code ticket.buy}.
 */
public record DeskAction(
        String id,
        Group group,
        ObservableValue<String> title,
        Optional<KeyCombination> shortcut,
        Scope scope,
        ObservableBooleanValue enabled,
        Runnable action,
        boolean byKeyOnly) {

    /** Under which heading the palette and the shortcut sheet list it. */
    public enum Group {
        SAFETY,
        PANELS,
        INSTRUMENTS,
        CHART,
        ORDERS,
        MARKET,
        DATA,
        APPEARANCE,
        WINDOW
    }

    /** Where the shortcut works. */
    public enum Scope {
        /** Wherever the keyboard is. */
        WINDOW,
        /** Only while the keyboard is inside the panel that contributes it. */
        PANEL
    }

    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

    /** Without a shortcut, always enabled. */
    public static DeskAction of(String id, Group group, ObservableValue<String> title, Runnable action) {
        return new DeskAction(id, group, title, Optional.empty(), Scope.WINDOW, ALWAYS, action, false);
    }

    /** The same with a shortcut in JavaFX's notation, for example {@code Shortcut+Shift+K}; it works wherever the keyboard is. */
    public DeskAction withShortcut(String combination) {
        return new DeskAction(
                id,
                group,
                title,
                Optional.of(KeyCombination.valueOf(combination)),
                Scope.WINDOW,
                enabled,
                action,
                byKeyOnly);
    }

    /** The same with a shortcut that works only inside the contributing panel. */
    public DeskAction withPanelShortcut(String combination) {
        return new DeskAction(
                id,
                group,
                title,
                Optional.of(KeyCombination.valueOf(combination)),
                Scope.PANEL,
                enabled,
                action,
                byKeyOnly);
    }

    public DeskAction enabledWhen(ObservableBooleanValue condition) {
        return new DeskAction(id, group, title, shortcut, scope, condition, action, byKeyOnly);
    }

    /** The same for as long as its key is held: nothing but the key can begin it, for nothing else would end it. */
    public DeskAction onlyByItsKey() {
        return new DeskAction(id, group, title, shortcut, scope, enabled, action, true);
    }

    DeskAction instead(Runnable other) {
        return new DeskAction(id, group, title, shortcut, scope, enabled, other, byKeyOnly);
    }

    /** Does it, unless it is disabled. */
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }
}
