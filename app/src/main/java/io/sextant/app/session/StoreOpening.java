package io.sextant.app.session;

import io.sextant.domain.session.DeskMending;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.time.SystemClock;
import io.sextant.store.SextantStore;
import io.sextant.store.database.StorePlace;
import io.sextant.store.problem.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Opens a desk's store, or says in a sentence why it cannot be. */
final class StoreOpening {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private StoreOpening() {}

    /** For looking at a desk that is not running; what is damaged stays for the desk itself to find. */
    static SextantStore openToLook(Path folder) {
        try {
            return SextantStore.openToLook(
                    folder, DeskStore.of(folder), Pause.PARK, new SeededRandom(new SystemClock().nanos()));
        } catch (StoreException e) {
            throw new SessionProblem(e.problem().sentence(), e);
        }
    }

    /** {@code shared} says that a venue outside keeps books of the same orders. */
    static SextantStore open(Path folder, DeskMending mending, boolean shared, Clock clock) {
        SeededRandom salts = new SeededRandom(clock.nanos());
        StorePlace place = DeskStore.of(folder);
        try {
            return switch (mending) {
                case NOTHING ->
                    shared
                            ? SextantStore.openSharedBooks(folder, place, Pause.PARK, salts)
                            : SextantStore.open(folder, place, Pause.PARK, salts);
                case REMAKE_TABLES -> SextantStore.rebuildFromJournal(folder, place, Pause.PARK, salts);
                case BEGIN_ANEW -> {
                    setAside(folder, clock);
                    yield SextantStore.open(folder, place, Pause.PARK, salts);
                }
            };
        } catch (StoreException e) {
            throw new SessionProblem(e.problem().sentence(), e);
        }
    }

    private static void setAside(Path folder, Clock clock) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        // A desk that another process holds refuses here, before anything is moved.
        Optional<StoreChoice> onServer = DeskStore.find(folder);
        openToLook(folder).close();
        Path aside = folder.resolveSibling(
                folder.getFileName() + ".set-aside-" + STAMP.format(Instant.ofEpochSecond(0, clock.nanos())));
        try {
            Files.move(folder, aside);
        } catch (IOException e) {
            throw new SessionProblem(
                    folder + " could not be set aside as " + aside + ": " + e.getMessage() + ". Nothing was changed.",
                    e);
        }
        onServer.ifPresent(choice -> DeskStore.beginAnewOn(folder, choice));
    }
}
