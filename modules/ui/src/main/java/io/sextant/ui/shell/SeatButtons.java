package io.sextant.ui.shell;

import io.sextant.ui.bridge.EngineBridge;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.link.SeatRole;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Greys the buttons, one by one, whose work the reader's role at an engine elsewhere does not cover, and says why when one is pointed at or pressed.
 * They stay within reach of mouse and keyboard: a disabled button could tell its reason to nobody.
 */
final class SeatButtons {

    /** What each does, as the server asks for it. Those that only fill in, look or choose are for everybody. */
    private static final Map<SeatRole, Set<String>> NEEDED = Map.of(
            SeatRole.TRADE,
            Set.of(
                    "blotter-amend",
                    "blotter-cancel",
                    "blotter-cancel-all",
                    "algos-start",
                    "algos-pause",
                    "algos-resume",
                    "algos-hurry",
                    "algos-cancel",
                    "algos-flatten",
                    "algos-flatten-all",
                    "gate-kill-engage",
                    "lab-run",
                    "lab-sweep-run",
                    "lab-examine",
                    "lab-examine-search",
                    "lab-again",
                    "quality-examine",
                    "quality-again",
                    "quality-try-again"),
            SeatRole.ADMIN,
            Set.of(
                    "ticket-override",
                    "gate-set-state",
                    "gate-kill-release",
                    "gate-books-ask",
                    "gate-books-yes",
                    "gate-limit-ask",
                    "gate-limit-yes",
                    "alerts-add",
                    "alerts-edit",
                    "alerts-rest",
                    "alerts-remove",
                    "alerts-undo",
                    "alerts-channel-add",
                    "alerts-channel-edit",
                    "alerts-test",
                    "alerts-drop",
                    "alerts-keep",
                    "channel-keep",
                    "schedules-add",
                    "schedules-first-add",
                    "schedules-run",
                    "schedules-pause",
                    "schedules-edit",
                    "schedules-remove",
                    "schedules-forget",
                    "plan-keep",
                    "sources-add",
                    "sources-first-add",
                    "sources-edit",
                    "sources-remove",
                    "sources-read",
                    "sources-save",
                    "data-import",
                    "data-import-folder",
                    "data-first-import",
                    "intake-store",
                    "strategies-host",
                    "strategies-start",
                    "strategies-pause",
                    "strategies-stop",
                    "strategies-close",
                    "strategies-confirm",
                    "strategies-agree",
                    "strategies-change",
                    "strategies-remove",
                    "forecasts-train",
                    "forecasts-promote",
                    "forecasts-back",
                    "forecasts-yes",
                    "regimes-lead",
                    "regimes-choose",
                    "regimes-switch",
                    "regimes-end",
                    "rules-save",
                    "rules-save-and-run"));

    private static final String SHEET = "data:text/css;base64,"
            + Base64.getEncoder()
                    .encodeToString(NEEDED.entrySet().stream()
                            .map(entry -> entry.getValue().stream()
                                            .sorted()
                                            .map(id -> "." + lacking(entry.getKey()) + " #" + id)
                                            .collect(Collectors.joining(", "))
                                    + " { -fx-opacity: 0.45; }")
                            .sorted()
                            .collect(Collectors.joining("\n"))
                            .getBytes(StandardCharsets.UTF_8));

    private final EngineBridge engine;
    private final Texts texts;
    private final Tooltip reason = new Tooltip();

    private SeatButtons(EngineBridge engine, Texts texts) {
        this.engine = engine;
        this.texts = texts;
        reason.setWrapText(true);
        reason.setMaxWidth(360);
    }

    /** Watches over what is in {@code whole} now and later. */
    static void watch(Parent whole, EngineBridge engine, Texts texts, Toasts toasts) {
        SeatButtons buttons = new SeatButtons(engine, texts);
        whole.getStylesheets().add(SHEET);
        Runnable mark = () -> {
            for (SeatRole role : NEEDED.keySet()) {
                whole.getStyleClass().remove(lacking(role));
                if (buttons.lacks(role)) {
                    whole.getStyleClass().add(lacking(role));
                }
            }
        };
        engine.linkProperty().addListener(changed -> mark.run());
        mark.run();
        whole.addEventFilter(
                ActionEvent.ACTION,
                pressed -> buttons.why(pressed).ifPresent(why -> {
                    pressed.consume();
                    toasts.show(Toasts.Kind.WARNING, texts.get("link.limit.button"), why);
                }));
        whole.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, buttons::pointedAt);
    }

    static Set<String> ids() {
        Set<String> all = new TreeSet<>();
        NEEDED.values().forEach(all::addAll);
        return all;
    }

    private static String lacking(SeatRole role) {
        return "lacks-" + role.label();
    }

    private boolean lacks(SeatRole role) {
        return engine.lackingRole(role).isPresent();
    }

    private void pointedAt(MouseEvent entered) {
        if (buttonOf(entered) instanceof ButtonBase button && ids().contains(button.getId())) {
            Optional<String> why = why(entered);
            Tooltip.uninstall(button, reason);
            if (why.isPresent()) {
                reason.setText(why.get());
                Tooltip.install(button, reason);
            } else if (button.getTooltip() != null) {
                Tooltip.install(button, button.getTooltip());
            }
        }
    }

    private Optional<String> why(Event event) {
        Node button = buttonOf(event);
        if (button == null) {
            return Optional.empty();
        }
        return NEEDED.entrySet().stream()
                .filter(entry -> entry.getValue().contains(button.getId()))
                .findFirst()
                .flatMap(entry -> engine.lackingRole(entry.getKey()))
                .map(texts::refusal);
    }

    private static @Nullable Node buttonOf(Event event) {
        return event.getTarget() instanceof ButtonBase button ? button : null;
    }
}
