package io.sextant.app.cli;

import io.sextant.app.session.DeskFolder;
import io.sextant.app.session.DeskStore;
import io.sextant.app.session.StoreChoice;
import io.sextant.app.terminal.Terminal;
import io.sextant.domain.time.SystemClock;
import io.sextant.store.migration.MoveRefused;
import io.sextant.store.migration.StoreMove;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Moves a desk's files to a server. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Moves a desk's tables and bars from its files to a PostgreSQL database, all of it or nothing, and reads every row"
                    + " back to compare it.",
            "The desk must not be running, and the database must not have it yet. The files stay as they are; afterwards open"
                    + " the desk there with sextant run --store URL."
        })
final class MigrateCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Mixin
    DeskChoice desk = new DeskChoice();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URL",
            description = "The database: jdbc:postgresql://HOST:PORT/DATABASE.")
    String url = "";

    @Option(names = "--user", paramLabel = "USER", description = "Who enters it; your own name if not given.")
    @Nullable String user;

    @Option(
            names = "--password-from",
            paramLabel = "PLACE",
            description =
                    "Where that user's password lies: env:NAME or file:PATH (env:SEXTANT_STORE_PASSWORD if not given).")
    @Nullable String passwordFrom;

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() {
        Terminal console = Console.of(spec);
        DeskFolder folder = desk.in(dataFolder());
        PaceLine pace = new PaceLine(console, !json, new SystemClock());
        List<StoreMove.Moved> moved;
        try {
            moved = DeskStore.move(
                    folder,
                    new StoreChoice(url, Optional.ofNullable(user), Optional.ofNullable(passwordFrom)),
                    new MoveLine(pace));
        } catch (MoveRefused e) {
            throw new RefusedByRule(String.valueOf(e.getMessage()));
        } finally {
            pace.finish();
        }
        if (json) {
            Json.print(console.out(), map(folder, moved));
        } else {
            print(console.out(), folder, moved);
        }
        return ExitCode.OK;
    }

    private Map<String, ?> map(DeskFolder folder, List<StoreMove.Moved> moved) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("desk", folder.name());
        told.put("to", url);
        told.put(
                "tables",
                moved.stream()
                        .map(table -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("table", table.table());
                            one.put("rows", table.rows());
                            one.put("checksum", table.checksum());
                            return one;
                        })
                        .toList());
        return told;
    }

    private void print(PrintWriter out, DeskFolder folder, List<StoreMove.Moved> moved) {
        long rows = 0;
        for (StoreMove.Moved table : moved) {
            out.printf(Locale.ENGLISH, "%-18s %,12d rows  %s%n", table.table(), table.rows(), table.checksum());
            rows += table.rows();
        }
        out.printf(
                Locale.ENGLISH,
                "%s: %,d rows of %d tables moved and read back; each table has the same count and checksum on both sides.%n",
                folder.name(),
                rows,
                moved.size());
        out.println("Its files are as they were. Open it there with: sextant run --store " + url
                + (user == null ? "" : " --store-user " + user)
                + (passwordFrom == null ? "" : " --store-password-from " + passwordFrom));
        out.flush();
    }

    /** Rows of all tables together, each counted when written and when read back. */
    private static final class MoveLine implements StoreMove.Progress {

        private final PaceLine pace;
        private String doing = "";
        private long told;

        MoveLine(PaceLine pace) {
            this.pace = pace;
        }

        @Override
        public void copying(String table, long rows, long ofRows) {
            tell("copying " + table, rows, ofRows);
        }

        @Override
        public void comparing(String table, long rows, long ofRows) {
            tell("comparing " + table, rows, ofRows);
        }

        private void tell(String what, long rows, long ofRows) {
            if (!what.equals(doing)) {
                doing = what;
                told = 0;
            }
            pace.done((double) rows / Math.max(1, ofRows));
            pace.worked(rows - told);
            told = rows;
        }
    }
}
