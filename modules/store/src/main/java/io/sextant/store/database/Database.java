package io.sextant.store.database;

import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.DSLContext;
import org.jooq.Log;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.tools.JooqLogger;

/**
 * One H2 database file with its migrations applied. Every commit is written at once ({@code WRITE_DELAY=0}): by default H2 gives
 * half a second of acknowledged commits to a crash.
 */
public final class Database implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Database.class.getName());
    private static final String FILE_SUFFIX = ".mv.db";
    private static final String OPTIONS = ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    private static final int CONNECTIONS_MAX = 16;

    static {
        // Its logo and its tip of the day are not for our users.
        JooqLogger.globalThreshold(Log.Level.WARN);
    }

    private final Path file;
    private final Content content;
    private final JdbcDataSource source;
    private final JdbcConnectionPool connections;
    private final DSLContext sql;

    private Database(Path file, Content content, JdbcDataSource source) {
        this.file = file;
        this.content = content;
        this.source = source;
        connections = JdbcConnectionPool.create(source);
        connections.setMaxConnections(CONNECTIONS_MAX);
        Settings settings = new Settings().withRenderSchema(false).withExecuteLogging(false);
        sql = DSL.using(connections, SQLDialect.H2, settings);
    }

    /**
     * Opens the file or makes it. {@code migrations} is where on the classpath its tables are described.
     *
     * @throws StoreException when another process has it, it is damaged, or a newer version wrote it; it is then untouched
     */
    public static Database open(Path folder, String name, String migrations, Content content) {
        Path file = folder.resolve(name + FILE_SUFFIX);
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.toAbsolutePath().resolve(name) + OPTIONS);
        source.setUser("sextant");
        source.setPassword("");
        Database database = new Database(file, content, source);
        try {
            database.migrate(migrations);
            return database;
        } catch (FlywayException | StoreException e) {
            database.closeQuietly();
            throw DatabaseFaults.atOpening(file, content, e);
        }
    }

    private void migrate(String migrations) {
        // A connection of our own first: Flyway would wrap what is wrong with the file into its own words.
        inTransaction(sql -> sql.selectOne().fetch());
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(connections)
                .locations("classpath:" + migrations)
                .loggers(MigrationLog.Creator.class.getName())
                .failOnMissingLocations(true)
                // By default it is content with migrations from the future, whose tables we cannot know.
                .ignoreMigrationPatterns(new String[0])
                .load()
                .migrate();
    }

    /** Asks something, outside of any transaction. */
    public <T> T read(Function<DSLContext, T> question) {
        try {
            return question.apply(sql);
        } catch (DataAccessException e) {
            throw DatabaseFaults.atWork(file, content, e);
        }
    }

    /** Does all of it or, when it throws, nothing. */
    public void inTransaction(Consumer<DSLContext> work) {
        try {
            sql.transaction(transaction -> work.accept(transaction.dsl()));
        } catch (DataAccessException e) {
            throw DatabaseFaults.atWork(file, content, e);
        }
    }

    public Path file() {
        return file;
    }

    /** Not through the pool, which would want its connection back after the database is gone. */
    @Override
    public void close() {
        connections.dispose();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw DatabaseFaults.atWork(file, content, new DataAccessException("closing " + file, e));
        }
    }

    private void closeQuietly() {
        try {
            close();
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.DEBUG, "a database that did not open did not close either", e);
        }
    }
}
