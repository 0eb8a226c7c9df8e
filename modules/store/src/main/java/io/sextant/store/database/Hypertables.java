package io.sextant.store.database;

import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Where TimescaleDB is, what only grows is cut into pieces by its place in the journal, which grows with time: the newest piece is
 * the one that is written and mostly asked for. By the place and not by the time, since a hypertable's keys must hold what it is
 * cut by, and the key of these tables is the place. Bars are no rows (decision 14), so they gain nothing from it.
 */
final class Hypertables {

    /** About a day of a busy desk. */
    private static final long RECORDS_A_PIECE = 1_000_000;

    static final List<String> GROWING = List.of("fact", "order_change", "desk_fill", "equity_mark", "headline");

    private Hypertables() {}

    /** Also for tables that are there already, so an extension that comes later is used from the next opening on. */
    static void settle(DSLContext sql, String schema, Content content) {
        if (content != Content.TABLES) {
            return;
        }
        findTimescale(sql).ifPresent(where -> {
            for (String table : GROWING) {
                sql.execute("select \"" + where + "\".create_hypertable('\"" + schema + "\".\"" + table
                        + "\"'::regclass, 'journal_position', chunk_time_interval => " + RECORDS_A_PIECE
                        + "::bigint, if_not_exists => true, migrate_data => true)");
            }
        });
    }

    /** The schema of its functions, which whoever installed it chose. */
    private static Optional<String> findTimescale(DSLContext sql) {
        return sql.fetch("""
                        select namespace.nspname
                        from pg_extension as extension
                        join pg_namespace as namespace on namespace.oid = extension.extnamespace
                        where extension.extname = 'timescaledb'
                        """).stream().map(row -> row.get(0, String.class)).findFirst();
    }
}
