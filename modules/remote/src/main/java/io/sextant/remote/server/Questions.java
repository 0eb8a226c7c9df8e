package io.sextant.remote.server;

import io.sextant.domain.event.Event;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.remote.identity.Principal;
import io.sextant.remote.protocol.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Questions from afar: how much may be asked for at once, how many that take the processor for long, and what is not for everybody. The addresses of
 * channels and sources may hold keys; they are for who keeps the desk.
 */
final class Questions {

    /** Of one user, over all his lines; the engine works at two of all users at a time. */
    static final int MOST_HEAVY = 8;

    private static final List<String> KEPT_BACK = List.of("alert.channel.", "source.news.", "source.macro.");

    private final EngineClient engine;
    private final Map<String, Integer> heavy = new HashMap<>();

    Questions(EngineClient engine) {
        this.engine = engine;
    }

    /** Fails with {@link TooMuchException}, or as the engine does. */
    <R> CompletionStage<R> ask(Principal who, Query<R> query) {
        Optional<String> tooMuch = Bounds.tooMuch(query);
        if (tooMuch.isPresent()) {
            return CompletableFuture.failedStage(new TooMuchException(tooMuch.get()));
        }
        boolean isHeavy = isHeavy(query);
        if (isHeavy && !begin(who.name())) {
            return CompletableFuture.failedStage(new TooMuchException(
                    "There are " + MOST_HEAVY + " questions open already that take long to answer."));
        }
        CompletionStage<R> answer;
        try {
            answer = engine.ask(query);
        } catch (RuntimeException fault) {
            answer = CompletableFuture.failedStage(fault);
        }
        return answer.whenComplete((_, _) -> {
                    if (isHeavy) {
                        end(who.name());
                    }
                })
                .thenApply(value -> without(who, query, value));
    }

    private static boolean isHeavy(Query<?> query) {
        return query instanceof Query.WhatIf || query instanceof Query.Optimiser || query instanceof Query.Risk;
    }

    private synchronized boolean begin(String user) {
        int open = heavy.getOrDefault(user, 0);
        if (open >= MOST_HEAVY) {
            return false;
        }
        heavy.put(user, open + 1);
        return true;
    }

    private synchronized void end(String user) {
        heavy.computeIfPresent(user, (_, open) -> open == 1 ? null : open - 1);
    }

    /** The answer without what is not for him. */
    @SuppressWarnings("unchecked")
    private static <R> R without(Principal who, Query<R> query, R value) {
        if (who.role().covers(Role.ADMIN)) {
            return value;
        }
        return switch (query) {
            case Query.Settings _ -> {
                Map<String, String> shown = new TreeMap<>((Map<String, String>) value);
                shown.keySet().removeIf(Questions::isKeptBack);
                yield (R) shown;
            }
            case Query.NewestEvents _ ->
                (R) ((List<Event>) value)
                        .stream().filter(event -> mayHear(who, event)).toList();
            default -> value;
        };
    }

    static boolean mayHear(Principal who, Event event) {
        return who.role().covers(Role.ADMIN)
                || !(event instanceof SettingChanged setting)
                || !isKeptBack(setting.key());
    }

    private static boolean isKeptBack(String key) {
        return KEPT_BACK.stream().anyMatch(key::startsWith);
    }
}
