package io.sextant.ui.shell;

import io.sextant.ui.bridge.EngineBridge;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.link.SeatRole;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says, before an action is done, that the reader's role at an engine elsewhere does not cover it: in the palette, by its keys and wherever else it is
 * asked for. The server's own word is for whoever gets past this.
 */
final class SeatActions {

    /** What each does, as the server asks for it. Those that only fill in, look or choose are for everybody. */
    private static final Map<SeatRole, Set<String>> NEEDED = Map.of(
            SeatRole.TRADE,
            Set.of(
                    "kill.engage",
                    "blotter.cancel",
                    "blotter.cancel-all",
                    "blotter.amend",
                    "lab.run",
                    "lab.examine",
                    "lab.sweep"),
            SeatRole.ADMIN,
            Set.of(
                    "kill.release",
                    "tables.rebuild",
                    "data.import",
                    "data.import-folder",
                    "schedules.add",
                    "schedules.run",
                    "sources.add",
                    "alerts.add",
                    "alerts.channel",
                    "strategies.host",
                    "strategies.start",
                    "strategies.pause",
                    "strategies.stop",
                    "strategies.close",
                    "forecasts.train",
                    "market.pause",
                    "market.slower",
                    "market.faster",
                    "options.open",
                    "options.reload"));
    /** One for each speed that is offered. */
    private static final String PACES = "market.pace.";

    private final EngineBridge engine;
    private final Texts texts;
    private final Toasts toasts;

    SeatActions(EngineBridge engine, Texts texts, Toasts toasts) {
        this.engine = engine;
        this.texts = texts;
        this.toasts = toasts;
    }

    static Set<String> ids() {
        Set<String> all = new TreeSet<>();
        NEEDED.values().forEach(all::addAll);
        return all;
    }

    /** Why the reader's role forbids it; empty where it does not. */
    Optional<String> why(DeskAction action) {
        return needs(action).flatMap(engine::lackingRole).map(texts::refusal);
    }

    /** The role that the reader lacks for it. */
    Optional<SeatRole> needs(DeskAction action) {
        String id = named(action);
        return NEEDED.entrySet().stream()
                .filter(entry -> entry.getValue().contains(id))
                .map(Map.Entry::getKey)
                .filter(role -> engine.lackingRole(role).isPresent())
                .findFirst();
    }

    private static String named(DeskAction action) {
        return action.id().startsWith(PACES) ? "market.pause" : action.id();
    }

    /** The same that tells why instead, where it is forbidden. */
    DeskAction guarded(DeskAction action) {
        return ids().contains(named(action))
                ? action.instead(() -> why(action)
                        .ifPresentOrElse(
                                why -> toasts.show(Toasts.Kind.WARNING, texts.get("link.limit.button"), why),
                                action.action()))
                : action;
    }
}
