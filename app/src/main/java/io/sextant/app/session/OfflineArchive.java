package io.sextant.app.session;

import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.fundamental.CompanyRecord;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Job;
import io.sextant.domain.session.DeskMending;
import io.sextant.domain.source.StoredMacro;
import io.sextant.domain.time.SystemClock;
import io.sextant.engine.JobWorks;
import io.sextant.marketdata.fundamental.CompanyArchive;
import io.sextant.marketdata.macro.MacroSeries;
import io.sextant.reference.company.CompanyDesk;
import io.sextant.reference.key.KeyRing;
import io.sextant.reference.macro.MacroDesk;
import io.sextant.simulator.SimulatedInstruments;
import io.sextant.store.SextantStore;
import java.util.List;
import java.util.Optional;

/** Works on the archive of a desk that is not running, without letting its market move. */
public final class OfflineArchive {

    private static final long ANY_TIME_NANOS = 1;

    private OfflineArchive() {}

    /** Makes a desk's folder where there is none, so that prices can be there before the market opens. */
    public static <R> R run(DeskFolder desk, Job<R> job, JobWorks.Progress progress) {
        try (SextantStore store = open(desk)) {
            SimulatedInstruments simulated = new SimulatedInstruments(ANY_TIME_NANOS);
            EngineJobs jobs = new EngineJobs(
                    ignored -> store.rebuildTables(position -> {}),
                    store.bars(),
                    instrument -> desk.isSimulated() && simulated.catalog().contains(instrument),
                    desk.path().resolve("quarantine"),
                    new MacroDesk(store.macro(), new KeyRing(System.getenv()), new SystemClock()),
                    new CompanyDesk(new CompanyArchive(store.macro()), new KeyRing(System.getenv()), new SystemClock()),
                    venue -> HistorySource.findVenue(venue, Optional.empty())
                            .map(found -> new BackFill.Past(found, instrument -> false)),
                    new SystemClock());
            return jobs.work(job, progress);
        }
    }

    public static List<StoredMacro> macro(DeskFolder desk) {
        try (SextantStore store = open(desk)) {
            return store.macro().list();
        }
    }

    public static MacroSeries macro(DeskFolder desk, String name) {
        try (SextantStore store = open(desk)) {
            return store.macro().read(name);
        }
    }

    /** What was known of all companies at a time. */
    public static List<CompanyRecord> companies(DeskFolder desk, long atNanos) {
        try (SextantStore store = open(desk)) {
            return new CompanyArchive(store.macro()).knownAt(atNanos);
        }
    }

    public static List<ArchivedSeries> series(DeskFolder desk) {
        try (SextantStore store = open(desk)) {
            return store.bars().series();
        }
    }

    /** All bars of a series that open in {@code [fromNanos, toNanos)}. */
    public static BarSeries bars(
            DeskFolder desk, InstrumentId instrument, Timeframe timeframe, long fromNanos, long toNanos) {
        try (SextantStore store = open(desk)) {
            return store.bars().read(instrument, timeframe, fromNanos, toNanos);
        }
    }

    private static SextantStore open(DeskFolder desk) {
        return StoreOpening.open(desk.path(), DeskMending.NOTHING, false, new SystemClock());
    }
}
