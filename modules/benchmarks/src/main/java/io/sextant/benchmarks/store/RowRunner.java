package io.sextant.benchmarks.store;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** One row a bar through JDBC, in a table whose key is the time. */
final class RowRunner implements ArchiveRace.Runner {

    private static final int BATCH = 10_000;

    private final String name;
    private final Connection connection;
    private final String closing;

    private RowRunner(String name, String url, String closing) {
        this.name = name;
        this.closing = closing;
        try {
            connection = DriverManager.getConnection(url);
            try (Statement sql = connection.createStatement()) {
                sql.execute(
                        "create table if not exists bar (time_nanos bigint primary key, open double precision,"
                                + " high double precision, low double precision, close double precision, volume double precision)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As durable as the archive is: each commit on disk. */
    static ArchiveRace.Runner h2(Path folder) {
        return new RowRunner(
                "H2, one row a bar",
                "jdbc:h2:" + folder.resolve("rows").toAbsolutePath() + ";WRITE_DELAY=0",
                "shutdown");
    }

    static ArchiveRace.Runner duckDb(Path folder) {
        return new RowRunner(
                "DuckDB", "jdbc:duckdb:" + folder.resolve("rows.duckdb").toAbsolutePath(), "checkpoint");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void load(BarSeries bars) {
        try {
            if (connection instanceof DuckDBConnection duck) {
                loadByAppender(duck, bars);
            } else {
                loadByBatches(bars);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void loadByBatches(BarSeries bars) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("insert into bar values (?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < bars.size(); i++) {
                insert.setLong(1, bars.openTimeNanos()[i]);
                insert.setDouble(2, bars.open()[i]);
                insert.setDouble(3, bars.high()[i]);
                insert.setDouble(4, bars.low()[i]);
                insert.setDouble(5, bars.close()[i]);
                insert.setDouble(6, bars.volume()[i]);
                insert.addBatch();
                if ((i + 1) % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void loadByAppender(DuckDBConnection duck, BarSeries bars) throws SQLException {
        try (DuckDBAppender appender = duck.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "bar")) {
            for (int i = 0; i < bars.size(); i++) {
                appender.beginRow();
                appender.append(bars.openTimeNanos()[i]);
                appender.append(bars.open()[i]);
                appender.append(bars.high()[i]);
                appender.append(bars.low()[i]);
                appender.append(bars.close()[i]);
                appender.append(bars.volume()[i]);
                appender.endRow();
            }
        }
    }

    @Override
    public BarSeries read(long fromNanos, long toNanos) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        try (PreparedStatement select = connection.prepareStatement("select time_nanos, open, high, low, close, volume"
                + " from bar where time_nanos >= ? and time_nanos < ? order by time_nanos")) {
            select.setLong(1, fromNanos);
            select.setLong(2, toNanos);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    bars.add(
                            rows.getLong(1),
                            rows.getDouble(2),
                            rows.getDouble(3),
                            rows.getDouble(4),
                            rows.getDouble(5),
                            rows.getDouble(6));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return bars.build();
    }

    @Override
    public void close() {
        try (connection;
                Statement sql = connection.createStatement()) {
            sql.execute(closing);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
