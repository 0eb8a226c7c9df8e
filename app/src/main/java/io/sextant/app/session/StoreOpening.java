package io.sextant.app.session;

import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.time.SystemClock;
import io.sextant.store.SextantStore;
import io.sextant.store.problem.StoreException;
import java.nio.file.Path;

/** Opens a desk's store, or says in a sentence why it cannot be. */
final class StoreOpening {

    private StoreOpening() {}

    /** For looking at a desk that is not running; what is damaged stays for the desk itself to find. */
    static SextantStore openToLook(Path folder) {
        try {
            return SextantStore.openToLook(folder, Pause.PARK, new SeededRandom(new SystemClock().nanos()));
        } catch (StoreException e) {
            throw new SessionProblem(e.problem().sentence(), e);
        }
    }

    static SextantStore open(Path folder, boolean rebuildDamaged) {
        SeededRandom salts = new SeededRandom(new SystemClock().nanos());
        try {
            return rebuildDamaged
                    ? SextantStore.rebuildFromJournal(folder, Pause.PARK, salts)
                    : SextantStore.open(folder, Pause.PARK, salts);
        } catch (StoreException e) {
            throw new SessionProblem(e.problem().sentence(), e);
        }
    }
}
