package io.sextant.app.session;

import io.sextant.domain.request.DeskState;
import io.sextant.domain.schedule.ScheduleBook;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.source.SourceBook;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SystemClock;
import io.sextant.engine.LocalEngine;
import io.sextant.engine.recovery.Recovery;
import io.sextant.engine.recovery.ReplayDivergedException;
import io.sextant.store.SextantStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a desk that is not running: recovers it from its journal and looks, without letting the market move. */
public final class OfflineDesk {

    private OfflineDesk() {}

    /** What opening the desk's store finds, a sentence each; empty when all is whole. */
    public static List<String> examine(DeskOptions options) {
        try (SextantStore store = StoreOpening.openToLook(SessionFolder.of(options))) {
            return store.findings();
        }
    }

    /** What the desk does by the clock. */
    public static ScheduleBook schedules(DeskOptions options) {
        Path folder = SessionFolder.of(options);
        if (!Files.isDirectory(folder)) {
            return ScheduleBook.of(Map.of());
        }
        try (SextantStore store = StoreOpening.openToLook(folder)) {
            return ScheduleBook.of(store.settings());
        }
    }

    /** Where news and macro series come from. */
    public static SourceBook sources(DeskOptions options) {
        Path folder = SessionFolder.of(options);
        if (!Files.isDirectory(folder)) {
            return SourceBook.of(Map.of());
        }
        try (SextantStore store = StoreOpening.openToLook(folder)) {
            return SourceBook.of(store.settings());
        }
    }

    public static DeskState read(DeskOptions options) {
        Path folder = SessionFolder.of(options);
        if (!Files.isDirectory(folder)) {
            throw new SessionProblem("There is no desk in " + folder + " yet. Open one with sextant run.");
        }
        Clock clock = new SystemClock();
        try (SextantStore store = StoreOpening.openToLook(folder)) {
            Optional<SessionTerms> terms = Recovery.findTerms(store.journal());
            if (terms.isEmpty()) {
                throw new SessionProblem("The desk in " + folder + " was never opened. Open it with sextant run.");
            }
            try (MarketChoice market = MarketChoice.of(options, folder, terms, clock)) {
                return LocalEngine.look(DeskSession.parts(folder, store, market, clock));
            } catch (ReplayDivergedException e) {
                throw SessionProblem.diverged(folder, e);
            }
        }
    }
}
