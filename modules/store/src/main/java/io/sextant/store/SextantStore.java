package io.sextant.store;

import io.sextant.domain.time.Pause;
import io.sextant.forecasting.registry.ModelRegistry;
import io.sextant.marketdata.macro.MacroArchive;
import io.sextant.store.archive.ChunkedBarArchive;
import io.sextant.store.database.Database;
import io.sextant.store.database.StorePlace;
import io.sextant.store.journal.FileJournal;
import io.sextant.store.journal.JournalOptions;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import io.sextant.store.snapshot.FileSnapshots;
import io.sextant.store.tables.Projection;
import io.sextant.store.tables.StoredHistory;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * All that the desk keeps: in one folder {@code journal/} (the truth) and {@code snapshots/}; and there or on a server the tables
 * made from the journal and the bar archive. Opening it takes both for this process; nothing in them is ever overwritten because
 * it looks wrong, only set aside under another name, and {@link #findings()} says so.
 */
public final class SextantStore implements AutoCloseable {

    /** The folder of the journal in a desk's folder. */
    public static final String JOURNAL = "journal";

    private static final System.Logger LOG = System.getLogger(SextantStore.class.getName());

    private final Deque<Runnable> closings = new ArrayDeque<>();
    private final List<String> findings = new ArrayList<>();
    private final FileJournal journal;
    private final FileSnapshots snapshots;
    private final ChunkedBarArchive bars;
    private final Projection projection;
    private final StoredHistory history;

    private SextantStore(Path folder, StorePlace place, JournalOptions options, boolean setDamagedAside) {
        try {
            journal = FileJournal.open(folder.resolve(JOURNAL), options);
            closings.push(journal::close);
            journal.damage().ifPresent(damage -> findings.add(damage.sentence()));
            snapshots = FileSnapshots.open(folder.resolve("snapshots"));
            Database tables = opened(place, setDamagedAside, () -> openTablesOfJournal(place, options.pause()));
            closings.push(tables::close);
            tables.backup().ifPresent(this::tellUpgrade);
            bars = opened(place, setDamagedAside, () -> ChunkedBarArchive.open(place));
            closings.push(bars::close);
            bars.backup().ifPresent(this::tellUpgrade);
            projection = new Projection(tables, journal, options.pause());
            closings.push(projection::close);
            history = new StoredHistory(tables, journal, projection);
            projection.start();
        } catch (RuntimeException e) {
            closeAfter(e);
            throw e;
        }
    }

    /** Opens the folder or makes it, with the tables and the bars in it. */
    public static SextantStore open(Path folder, Pause pause, RandomGenerator random) {
        return open(folder, StorePlace.inFolder(folder), pause, random);
    }

    /**
     * Opens the folder or makes it, with the tables and the bars where they are kept.
     *
     * @throws StoreException when either is in use, cannot be read or written, or a database is damaged; it is then as it was
     */
    public static SextantStore open(Path folder, StorePlace place, Pause pause, RandomGenerator random) {
        return new SextantStore(folder, place, JournalOptions.of(pause, random), false);
    }

    /**
     * The way out of {@link DatabaseDamaged}, taken only when a person chooses it: a damaged database is set aside and begun
     * anew, the tables from the journal.
     */
    public static SextantStore rebuildFromJournal(Path folder, StorePlace place, Pause pause, RandomGenerator random) {
        return new SextantStore(folder, place, JournalOptions.of(pause, random), true);
    }

    /** Like {@link #open}, but of the journal no more is cut off than what a crash tore. */
    public static SextantStore openSharedBooks(Path folder, StorePlace place, Pause pause, RandomGenerator random) {
        return new SextantStore(folder, place, JournalOptions.of(pause, random).cuttingOnlyTornEnd(), false);
    }

    /** Like {@link #open}, but a damaged journal is left for the desk to find and report: opening it fails. */
    public static SextantStore openToLook(Path folder, StorePlace place, Pause pause, RandomGenerator random) {
        return new SextantStore(folder, place, JournalOptions.of(pause, random).lookingOnly(), false);
    }

    /** Whether the tables that are kept there were made from the journal of this folder, as far as it goes. */
    public static boolean tablesAreOf(Path folder, StorePlace place, Pause pause, RandomGenerator random) {
        try (FileJournal journal = FileJournal.open(
                        folder.resolve(JOURNAL),
                        JournalOptions.of(pause, random).lookingOnly());
                Database tables = Database.open(place, Content.TABLES)) {
            return new Projection(tables, journal, pause).belongsToJournal();
        }
    }

    /** Tables that were made from another journal, or from records that have been cut off it, are set aside too. */
    private Database openTablesOfJournal(StorePlace place, Pause pause) {
        Database tables = Database.open(place, Content.TABLES);
        boolean belongs;
        try {
            belongs = new Projection(tables, journal, pause).belongsToJournal();
        } catch (RuntimeException e) {
            tables.close();
            throw e;
        }
        if (belongs) {
            return tables;
        }
        tables.close();
        String aside = Database.setAside(place, Content.TABLES, "outdated");
        find("The tables were made from records that the journal does not hold. They were set aside as " + aside
                + " and are made anew from the journal.");
        return Database.open(place, Content.TABLES);
    }

    private <T> T opened(StorePlace place, boolean setDamagedAside, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (StoreException e) {
            if (!setDamagedAside || !(e.problem() instanceof DatabaseDamaged damaged)) {
                throw e;
            }
            String aside = Database.setAside(place, damaged.content(), "damaged");
            find(damaged.whatHappened() + " It was set aside as " + aside + ".");
            return opening.get();
        }
    }

    private void tellUpgrade(String backup) {
        find("A database was brought up to date for this version. As it was before, it lies in " + backup + ".");
    }

    private void find(String sentence) {
        findings.add(sentence);
        LOG.log(System.Logger.Level.WARNING, sentence);
    }

    public FileJournal journal() {
        return journal;
    }

    public FileSnapshots snapshots() {
        return snapshots;
    }

    public ChunkedBarArchive bars() {
        return bars;
    }

    /** Macro series with the time they became known. */
    public MacroArchive macro() {
        return bars.macro();
    }

    /** The models that were trained here. */
    public ModelRegistry models() {
        return bars.models();
    }

    public StoredHistory history() {
        return history;
    }

    /** The desk's settings; they can be read before any engine runs. */
    public Map<String, String> settings() {
        return history.settings();
    }

    /** Makes the tables anew from the journal; tells the position reached now and then; returns the number of facts read. */
    public long rebuildTables(LongConsumer progress) {
        return projection.rebuild(progress);
    }

    /** What opening had to set aside, a sentence each. */
    public List<String> findings() {
        List<String> all = new ArrayList<>(findings);
        all.addAll(snapshots.findings());
        return List.copyOf(all);
    }

    /** Lets the tables catch up, closes everything in order, and gives the folder free. The engine has stopped before. */
    @Override
    public void close() {
        try {
            if (journal.failure().isEmpty()) {
                journal.flush();
            }
        } finally {
            closeAll();
        }
    }

    private void closeAfter(RuntimeException failure) {
        try {
            closeAll();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** All of them, even when one fails. */
    private void closeAll() {
        List<RuntimeException> failures = new ArrayList<>();
        while (!closings.isEmpty()) {
            try {
                closings.pop().run();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.getFirst();
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
