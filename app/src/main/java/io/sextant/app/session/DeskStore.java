package io.sextant.app.session;

import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.time.SystemClock;
import io.sextant.store.SextantStore;
import io.sextant.store.database.Database;
import io.sextant.store.database.ServerSchemas;
import io.sextant.store.database.StorePlace;
import io.sextant.store.migration.StoreMove;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a desk keeps its tables and bars: in its folder, or on the server that a note there names. The note is what every command
 * goes by, so that none of them looks at files that the desk has left.
 */
public final class DeskStore {

    /** Of the note in a desk's folder. */
    public static final String NOTE = "store.properties";

    private static final String BARS_FILE = "bars.mv.db";
    private static final String URL = "url";
    private static final String USER = "user";
    private static final String PASSWORD_FROM = "password-from";

    private DeskStore() {}

    static StorePlace of(Path folder) {
        return find(folder)
                .<StorePlace>map(choice -> choice.place(name(folder), System.getenv()))
                .orElseGet(() -> StorePlace.inFolder(folder));
    }

    /** The server that the note names; empty when there is none. */
    static Optional<StoreChoice> find(Path folder) {
        Path note = folder.resolve(NOTE);
        if (!Files.isRegularFile(note)) {
            return Optional.empty();
        }
        Properties told = new Properties();
        try (Reader reader = Files.newBufferedReader(note, StandardCharsets.UTF_8)) {
            told.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new SessionProblem(
                    note + ", which says where this desk's tables and bars are, cannot be read: " + e.getMessage()
                            + ".",
                    e);
        }
        String url = told.getProperty(URL);
        if (url == null) {
            throw new SessionProblem(note + " does not say where this desk's tables and bars are: it has no url.");
        }
        return Optional.of(new StoreChoice(
                url,
                Optional.ofNullable(told.getProperty(USER)),
                Optional.ofNullable(told.getProperty(PASSWORD_FROM))));
    }

    /** The desk that {@code options} mean keeps its tables and bars there from its next opening on. */
    public static void keepOn(DeskOptions options, StoreChoice choice) {
        Path folder = SessionFolder.of(options);
        if (find(folder).equals(Optional.of(choice))) {
            return;
        }
        StorePlace.OnServer place = choice.place(name(folder), System.getenv());
        try {
            requireFitting(folder, place, choice);
            Files.createDirectories(folder);
            write(folder, choice);
        } catch (StoreException e) {
            throw new SessionProblem(e.problem().sentence(), e);
        } catch (IOException e) {
            throw notKept(folder, e);
        }
    }

    /** After the folder was set aside whole: what the server has of the desk is set aside too, and the new one goes on there. */
    static void beginAnewOn(Path folder, StoreChoice choice) {
        StorePlace.OnServer place = choice.place(name(folder), System.getenv());
        for (Content content : Content.values()) {
            Database.setAside(place, content, "set_aside");
        }
        try {
            Files.createDirectories(folder);
            write(folder, choice);
        } catch (IOException e) {
            throw notKept(folder, e);
        }
    }

    private static SessionProblem notKept(Path folder, IOException e) {
        return new SessionProblem("The choice of a store cannot be kept in " + folder + ": " + e.getMessage() + ".", e);
    }

    /** The desk goes back to the files in its folder, which are as they were when it left them. */
    public static void keepInFiles(DeskOptions options) {
        Path note = SessionFolder.of(options).resolve(NOTE);
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw new SessionProblem(note + " cannot be removed: " + e.getMessage() + ".", e);
        }
    }

    /** A desk must not find itself without its bars, nor take those of another. */
    private static void requireFitting(Path folder, StorePlace.OnServer place, StoreChoice choice) {
        boolean filled;
        try (ServerSchemas schemas = ServerSchemas.claim(place)) {
            filled = !schemas.filled().isEmpty();
        }
        if (!filled) {
            if (Files.isRegularFile(folder.resolve(BARS_FILE))) {
                throw new SessionProblem("This desk has its bars in " + folder
                        + ", and the server has none of it. Move it there first: sextant migrate --to " + choice.url()
                        + ".");
            }
            return;
        }
        SeededRandom random = new SeededRandom(new SystemClock().nanos());
        if (!SextantStore.tablesAreOf(folder, place, Pause.PARK, random)) {
            throw new SessionProblem("The server has a desk of the name " + place.desk()
                    + " that was made from another journal. Nothing was changed. Use another database for this one.");
        }
    }

    private static void write(Path folder, StoreChoice choice) throws IOException {
        Properties told = new Properties();
        told.setProperty(URL, choice.url());
        choice.user().ifPresent(user -> told.setProperty(USER, user));
        choice.passwordFrom().ifPresent(from -> told.setProperty(PASSWORD_FROM, from));
        Path made = folder.resolve(NOTE + ".new");
        try (Writer writer = Files.newBufferedWriter(made, StandardCharsets.UTF_8)) {
            told.store(writer, "Where this desk keeps its tables and bars");
        }
        Files.move(made, folder.resolve(NOTE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Moves what a desk keeps in files to a server; the desk itself goes on by its files until it is opened there. */
    public static List<StoreMove.Moved> move(DeskFolder desk, StoreChoice to, StoreMove.Progress progress) {
        Path folder = desk.path();
        if (!Files.isDirectory(folder)) {
            throw new SessionProblem("There is no desk in " + folder + " yet. Open one with sextant run.");
        }
        find(folder).ifPresent(already -> {
            throw new SessionProblem("This desk keeps its tables and bars at " + already.url()
                    + " already; what is in its folder is older. Nothing was changed.");
        });
        try {
            return StoreMove.move(folder, to.place(name(folder), System.getenv()), progress);
        } catch (StoreException e) {
            throw new SessionProblem(e.problem().sentence(), e);
        }
    }

    /** As the data folder has it: {@code simulated}, or {@code paper/binance-BTC-USDT}. */
    private static String name(Path folder) {
        Path last = folder.getFileName();
        Path kind = folder.getParent() == null ? null : folder.getParent().getFileName();
        return kind != null && DeskFolder.KINDS.contains(kind.toString()) ? kind + "/" + last : String.valueOf(last);
    }
}
