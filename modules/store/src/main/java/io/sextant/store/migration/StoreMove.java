package io.sextant.store.migration;

import io.sextant.store.SextantStore;
import io.sextant.store.database.Database;
import io.sextant.store.database.ServerSchemas;
import io.sextant.store.database.StorePlace;
import io.sextant.store.database.StorePlace.OnServer;
import io.sextant.store.disk.FolderLock;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import io.sextant.store.problem.StoreProblem.FolderUnusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Schema;
import org.jooq.Table;

/**
 * Moves the tables and the bars of a desk from its two files to a server: all of it or nothing. The files are copied first and only
 * the copies are opened, since opening a file may write to it. On the server everything is written under a name that no desk has,
 * read back, compared, and given the desk's name at the end in one transaction; so who kills this leaves the desk as it was, and
 * the next try throws away what the last one left.
 */
public final class StoreMove {

    private static final System.Logger LOG = System.getLogger(StoreMove.class.getName());

    private static final String COPIES = ".moving";
    private static final String FILE_SUFFIX = ".mv.db";

    /** A table that has arrived: the number of its rows and the checksum that both sides have. */
    public record Moved(String table, long rows, String checksum) {}

    /** Hears what is being done. */
    public interface Progress {

        void copying(String table, long rows, long ofRows);

        void comparing(String table, long rows, long ofRows);
    }

    private final Path folder;
    private final Path copies;
    private final OnServer target;
    private final OnServer unproven;
    private final Progress progress;

    private StoreMove(Path folder, OnServer target, Progress progress) {
        this.folder = folder;
        copies = folder.resolve(COPIES);
        this.target = target;
        unproven = new OnServer(target.login(), target.desk() + " unproven");
        this.progress = progress;
    }

    /**
     * Moves a desk that is not running.
     *
     * @throws StoreException when the desk runs, a file is damaged, or the server does not answer or says no
     * @throws MoveRefused when there is nothing to move, the server has this desk already, or a row did not arrive as it was
     */
    public static List<Moved> move(Path folder, OnServer target, Progress progress) {
        return new StoreMove(folder, target, progress).run();
    }

    private List<Moved> run() {
        if (!Files.isRegularFile(folder.resolve(Content.TABLES.label() + FILE_SUFFIX))
                && !Files.isRegularFile(folder.resolve(Content.BARS.label() + FILE_SUFFIX))) {
            throw new MoveRefused("There are no databases in " + folder + " to move.");
        }
        try (FolderLock _ = FolderLock.take(folder.resolve(SextantStore.JOURNAL));
                ServerSchemas schemas = ServerSchemas.claim(target)) {
            List<String> filled = schemas.filled();
            if (!filled.isEmpty()) {
                throw new MoveRefused("The server has this desk already, in " + String.join(" and ", filled)
                        + ". Nothing was changed. Rename or drop what is there first, if it is not wanted.");
            }
            schemas.drop(unproven);
            try {
                return moveUnder(schemas);
            } catch (RuntimeException e) {
                tidy(schemas, e);
                throw e;
            } finally {
                deleteCopies();
            }
        }
    }

    private List<Moved> moveUnder(ServerSchemas schemas) {
        copyFiles();
        List<Moved> moved = new ArrayList<>();
        for (Content content : Content.values()) {
            try (Database from = Database.open(StorePlace.inFolder(copies), content);
                    Database to = Database.open(unproven, content)) {
                for (Table<?> table : inOrder(schema(content))) {
                    moved.add(move(table, from, to));
                }
            }
        }
        schemas.takeOver(unproven);
        return moved;
    }

    private Moved move(Table<?> table, Database from, Database to) {
        TableCopy<?> copy = new TableCopy<>(table);
        String name = table.getName().toLowerCase(Locale.ROOT);
        long rows = copy.count(from);
        RowSum written = copy.copy(from, to, done -> progress.copying(name, done, rows));
        RowSum arrived = copy.sum(to, done -> progress.comparing(name, done, rows));
        if (written.rows() != rows
                || arrived.rows() != rows
                || !arrived.checksum().equals(written.checksum())) {
            throw new MoveRefused("The table " + name + " did not arrive as it was: " + rows + " rows here, "
                    + arrived.rows() + " there, checksums " + written.checksum() + " and " + arrived.checksum()
                    + ". The desk was left as it was, and nothing of it was kept on the server.");
        }
        return new Moved(name, rows, arrived.checksum());
    }

    private static Schema schema(Content content) {
        return switch (content) {
            case TABLES -> io.sextant.store.generated.desk.DefaultSchema.DEFAULT_SCHEMA;
            case BARS -> io.sextant.store.generated.bars.DefaultSchema.DEFAULT_SCHEMA;
        };
    }

    /** A table after those that its rows point at. */
    private static List<Table<?>> inOrder(Schema schema) {
        List<Table<?>> ordered = new ArrayList<>();
        Set<Table<?>> left = new HashSet<>(schema.getTables());
        while (!left.isEmpty()) {
            List<Table<?>> ready = new ArrayList<>(left);
            ready.removeIf(table -> table.getReferences().stream()
                    .anyMatch(key -> left.contains(key.getKey().getTable())));
            ready.sort(Comparator.comparing(Table::getName));
            if (ready.isEmpty()) {
                throw new IllegalStateException("the tables of " + schema + " point at each other in a circle");
            }
            ordered.addAll(ready);
            ready.forEach(left::remove);
        }
        return ordered;
    }

    private void copyFiles() {
        try {
            deleteCopies();
            Files.createDirectory(copies);
            for (Content content : Content.values()) {
                Path file = folder.resolve(content.label() + FILE_SUFFIX);
                if (Files.isRegularFile(file)) {
                    Files.copy(file, copies.resolve(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new StoreException(new FolderUnusable(copies, String.valueOf(e.getMessage())), e);
        }
    }

    private void deleteCopies() {
        if (!Files.isDirectory(copies)) {
            return;
        }
        try (Stream<Path> files = Files.list(copies)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(copies);
        } catch (IOException e) {
            throw new StoreException(new FolderUnusable(copies, String.valueOf(e.getMessage())), e);
        }
    }

    private void tidy(ServerSchemas schemas, RuntimeException failure) {
        try {
            schemas.drop(unproven);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "what did not arrive stays on the server until the next try", e);
            failure.addSuppressed(e);
        }
    }
}
