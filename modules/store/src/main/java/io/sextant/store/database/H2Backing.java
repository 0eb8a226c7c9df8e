package io.sextant.store.database;

import io.sextant.store.disk.Folders;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import io.sextant.store.problem.StoreProblem.FolderLocked;
import io.sextant.store.problem.StoreProblem.FolderUnusable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStoreException;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DataSourceConnectionProvider;

/**
 * A file. Every commit is written at once ({@code WRITE_DELAY=0}): by default H2 gives half a second of acknowledged commits to
 * a crash.
 */
final class H2Backing implements Backing {

    private static final String FILE_SUFFIX = ".mv.db";
    private static final String OPTIONS = ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    private static final int CONNECTIONS_MAX = 16;

    private final Path file;
    private final Content content;
    private final JdbcDataSource source = new JdbcDataSource();
    private final JdbcConnectionPool connections;

    H2Backing(Path folder, Content content) {
        this.content = content;
        file = folder.resolve(content.label() + FILE_SUFFIX);
        source.setURL("jdbc:h2:file:" + folder.toAbsolutePath().resolve(content.label()) + OPTIONS);
        source.setUser("sextant");
        source.setPassword("");
        connections = JdbcConnectionPool.create(source);
        connections.setMaxConnections(CONNECTIONS_MAX);
    }

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.H2;
    }

    @Override
    public Settings naming() {
        return new Settings();
    }

    @Override
    public ConnectionProvider open() {
        return new DataSourceConnectionProvider(connections);
    }

    @Override
    public FluentConfiguration migrating(FluentConfiguration usual, String scripts) {
        return usual.dataSource(connections).locations("classpath:" + scripts);
    }

    @Override
    public Optional<String> backUp(DSLContext sql, String version) {
        Path archive = DatabaseBackup.freeName(file, version);
        try {
            sql.execute("BACKUP TO '" + archive.toString().replace("'", "''") + "'");
            DatabaseBackup.makeDurable(archive);
            return Optional.of(String.valueOf(archive.getFileName()));
        } catch (IOException | DataAccessException e) {
            throw new StoreException(
                    new FolderUnusable(
                            archive, "the backup that comes before an upgrade could not be written: " + e.getMessage()),
                    e);
        }
    }

    @Override
    public void settle(DSLContext sql) {}

    @Override
    public Optional<StoreProblem> explain(Throwable thrown) {
        Optional<StoreProblem> outside = Optional.empty();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileSystemException refused) {
                return Optional.of(new FolderUnusable(file, DatabaseFaults.firstLine(refused)));
            }
            if (cause instanceof SQLException failed) {
                outside = outside.or(() -> explain(failed));
            }
            if (cause instanceof MVStoreException failed) {
                outside = outside.or(() -> Optional.of(damaged(DatabaseFaults.firstLine(failed))));
            }
        }
        return outside;
    }

    private Optional<StoreProblem> explain(SQLException failed) {
        return switch (failed.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> Optional.of(new FolderLocked(file, ""));
            case ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.FILE_VERSION_ERROR_1,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.GENERAL_ERROR_1,
                    ErrorCode.ROW_NOT_FOUND_WHEN_DELETING_1,
                    ErrorCode.ROW_NOT_FOUND_IN_PRIMARY_INDEX,
                    ErrorCode.WRONG_USER_OR_PASSWORD,
                    // Not a mistake in our statements, which are made from the migrations: H2 went back to an older
                    // state.
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
                    ErrorCode.COLUMN_NOT_FOUND_1 -> Optional.of(damaged(DatabaseFaults.firstLine(failed)));
            default -> Optional.empty();
        };
    }

    /** While opening, whatever is not explained otherwise means that the file cannot be what was written. */
    @Override
    public StoreProblem unopened(String detail) {
        return damaged(detail);
    }

    private StoreProblem damaged(String detail) {
        return new DatabaseDamaged(place(), content, detail);
    }

    /** Not through the pool, which would want its connection back after the database is gone. */
    @Override
    public void close() {
        connections.dispose();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new DataAccessException("closing " + file, e);
        }
    }

    @Override
    public String setAside(String why) {
        try {
            return String.valueOf(Folders.setAside(file, why).getFileName());
        } catch (IOException e) {
            throw new StoreException(new FolderUnusable(file, String.valueOf(e.getMessage())), e);
        }
    }
}
