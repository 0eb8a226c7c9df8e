package io.sextant.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server of the tests has no TimescaleDB, so a stand-in of its one function that we call notes the calls: with its name,
 * its parameters' names and types as its reference has them, in a schema of its own as an extension may be.
 */
class HypertablesTest {

    @TempDir
    Path folder;

    private static final String STAND_IN = """
            begin;
            create schema elsewhere;
            create table elsewhere.calls (relation text, dimension text, piece bigint, careful boolean);
            create function elsewhere.create_hypertable(
                relation regclass, time_column_name name, partitioning_column name default null,
                number_partitions integer default null, associated_schema_name name default null,
                associated_table_prefix name default null, chunk_time_interval anyelement default null::bigint,
                create_default_indexes boolean default true, if_not_exists boolean default false,
                partitioning_func regproc default null, migrate_data boolean default false)
            returns boolean language sql as $$
                insert into elsewhere.calls
                values (relation::text, time_column_name, chunk_time_interval::bigint, if_not_exists and migrate_data);
                select true;
            $$;
            insert into pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
            values (999999, 'timescaledb', 10, 'elsewhere'::regnamespace, false, '2');
            commit;
            """;

    private static final String GONE = """
            begin;
            delete from pg_extension where extname = 'timescaledb';
            drop schema elsewhere cascade;
            commit;
            """;

    @Test
    void cutsWhatOnlyGrowsByItsPlaceInTheJournalWhereTheExtensionIs() throws SQLException {
        StorePlace place = TestedStore.POSTGRESQL.place(folder);
        Database.open(place, Content.TABLES).close();
        try (Connection connection = TestServer.connect()) {
            connection.createStatement().execute("set allow_system_table_mods = on");
            connection.createStatement().execute(STAND_IN);
            try {
                Database.open(place, Content.TABLES).close();
                Database.open(place, Content.BARS).close();
                List<String> calls = new ArrayList<>();
                try (ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select relation, dimension, piece, careful from elsewhere.calls")) {
                    while (rows.next()) {
                        calls.add(rows.getString(1).replaceAll(".*\\.", "") + " " + rows.getString(2) + " "
                                + rows.getLong(3) + " " + rows.getBoolean(4));
                    }
                }
                assertThat(calls)
                        .containsExactlyInAnyOrder(
                                "fact journal_position 1000000 true",
                                "order_change journal_position 1000000 true",
                                "desk_fill journal_position 1000000 true",
                                "equity_mark journal_position 1000000 true",
                                "headline journal_position 1000000 true");
            } finally {
                connection.createStatement().execute(GONE);
            }
        }
    }

    /** A hypertable's keys must hold the column that it is cut by. */
    @Test
    void everyTableThatGrowsHasThePlaceInTheJournalForItsWholeKey() throws SQLException {
        Database.open(TestedStore.POSTGRESQL.place(folder), Content.TABLES).close();
        try (Connection connection = TestedStore.POSTGRESQL.connect(folder, Content.TABLES)) {
            for (String table : Hypertables.GROWING) {
                try (ResultSet keys = connection.createStatement().executeQuery("""
                        select a.attname from pg_index i
                        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                        where i.indisunique and i.indrelid = '%s'::regclass
                        """.formatted(table))) {
                    assertThat(keys.next()).as(table).isTrue();
                    assertThat(keys.getString(1)).isEqualTo("journal_position");
                    assertThat(keys.next()).as(table).isFalse();
                }
            }
        }
    }
}
