package io.sextant.ui.shell;

import io.sextant.ui.link.SeatRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** All actions of one window and the keys that run them, in every scene it opens. */
final class ActionKeys {

    private record Owned(DeskAction action, Optional<Panel> panel) {}

    private final Map<String, Owned> byId = new LinkedHashMap<>();
    private final Map<KeyCombination, String> aliases = new LinkedHashMap<>();
    private final Supplier<Optional<Panel>> focusedPanel;
    private final SeatActions seats;

    ActionKeys(Supplier<Optional<Panel>> focusedPanel, SeatActions seats) {
        this.focusedPanel = focusedPanel;
        this.seats = seats;
    }

    void add(Collection<DeskAction> actions) {
        actions.forEach(action -> add(action, Optional.empty()));
    }

    void add(Panel panel) {
        panel.actions().forEach(action -> add(action, Optional.of(panel)));
    }

    private void add(DeskAction action, Optional<Panel> panel) {
        if (byId.put(action.id(), new Owned(seats.guarded(action), panel)) != null) {
            throw new IllegalArgumentException("two actions call themselves " + action.id());
        }
    }

    /** A second shortcut that is not shown. */
    void alias(KeyCombination keys, String actionId) {
        aliases.put(keys, getAction(actionId).id());
    }

    List<DeskAction> all() {
        List<DeskAction> actions = new ArrayList<>();
        byId.values().forEach(owned -> actions.add(owned.action));
        return actions;
    }

    /** The role that the reader lacks for it. */
    Optional<SeatRole> needs(DeskAction action) {
        return seats.needs(action);
    }

    /** Why the reader's role forbids it; empty where it does not. */
    Optional<String> why(DeskAction action) {
        return seats.why(action);
    }

    DeskAction getAction(String id) {
        Owned owned = byId.get(id);
        if (owned == null) {
            throw new IllegalArgumentException("there is no action " + id);
        }
        return owned.action;
    }

    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (typesIntoText(scene, pressed)) {
                return;
            }
            find(pressed).ifPresent(action -> {
                pressed.consume();
                action.run();
            });
        });
    }

    private Optional<DeskAction> find(KeyEvent pressed) {
        for (Map.Entry<KeyCombination, String> alias : aliases.entrySet()) {
            if (alias.getKey().match(pressed)) {
                return Optional.of(getAction(alias.getValue()));
            }
        }
        Optional<Panel> focused = focusedPanel.get();
        return byId.values().stream()
                .filter(owned -> reaches(owned, focused))
                .filter(owned -> owned.action.shortcut().stream().anyMatch(keys -> keys.match(pressed)))
                .map(Owned::action)
                .filter(action -> action.enabled().get())
                .findFirst();
    }

    private static boolean reaches(Owned owned, Optional<Panel> focused) {
        return switch (owned.action.scope()) {
            case WINDOW -> true;
            case PANEL -> owned.panel.equals(focused);
        };
    }

    /** A letter, a digit or an editing key without Ctrl or Alt belongs to the text field it is typed into. */
    private static boolean typesIntoText(Scene scene, KeyEvent pressed) {
        return scene.getFocusOwner() instanceof TextInputControl
                && !pressed.isShortcutDown()
                && !pressed.isControlDown()
                && !pressed.isAltDown()
                && !pressed.getCode().isFunctionKey();
    }

    /** Two actions that reach the same place must not share keys; the window's tests ask for this. */
    List<String> conflicts() {
        List<String> found = new ArrayList<>();
        List<Owned> all = new ArrayList<>(byId.values());
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                Optional<KeyCombination> first = all.get(i).action.shortcut();
                boolean apart = all.get(i).panel.isPresent()
                        && all.get(j).panel.isPresent()
                        && all.get(i).action.scope() == DeskAction.Scope.PANEL
                        && all.get(j).action.scope() == DeskAction.Scope.PANEL
                        && !all.get(i).panel.equals(all.get(j).panel);
                if (first.isPresent() && first.equals(all.get(j).action.shortcut()) && !apart) {
                    found.add(all.get(i).action.id() + " and "
                            + all.get(j).action.id() + " share " + first.get().getName());
                }
            }
        }
        return found;
    }
}
