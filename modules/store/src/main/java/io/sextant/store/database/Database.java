package io.sextant.store.database;

import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.jooq.DSLContext;
import org.jooq.Log;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.tools.JooqLogger;

/** One database with its migrations applied, whoever keeps it. */
public final class Database implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Database.class.getName());

    static {
        // Its logo, its tip of the day and which servers it would rather meet are not for our users.
        JooqLogger.globalThreshold(Log.Level.ERROR);
    }

    private final Backing backing;
    private final DSLContext sql;
    private Optional<String> backup = Optional.empty();

    private Database(Backing backing) {
        this.backing = backing;
        Settings settings = backing.naming().withRenderSchema(false).withExecuteLogging(false);
        sql = DSL.using(backing.open(), backing.dialect(), settings);
    }

    /**
     * Opens what is kept there or makes it.
     *
     * @throws StoreException when another process has it, it is damaged or out of reach, or a newer version wrote it; it is then
     *     untouched
     */
    public static Database open(StorePlace place, Content content) {
        return open(place, content, "db/" + content.label());
    }

    /** {@code scripts} is where on the class path its tables are described. */
    static Database open(StorePlace place, Content content, String scripts) {
        Backing backing = Backing.of(place, content);
        try {
            Database database = new Database(backing);
            database.migrate(scripts);
            return database;
        } catch (FlywayException | DataAccessException | StoreException e) {
            closeQuietly(backing);
            throw DatabaseFaults.atOpening(backing, e);
        }
    }

    /** Puts what is kept there, and closed, under another name, which is returned. */
    public static String setAside(StorePlace place, Content content, String why) {
        return Backing.of(place, content).setAside(why);
    }

    private void migrate(String scripts) {
        // A connection of our own first: Flyway would wrap what is wrong outside into its own words.
        inTransaction(one -> one.selectOne().fetch());
        Flyway flyway = backing.migrating(
                        Flyway.configure(Database.class.getClassLoader())
                                .loggers(MigrationLog.Creator.class.getName())
                                .failOnMissingLocations(true)
                                // By default it is content with migrations from the future, whose tables we cannot
                                // know.
                                .ignoreMigrationPatterns(new String[0]),
                        scripts)
                .load();
        MigrationInfoService known = flyway.info();
        MigrationInfo current = known.current();
        boolean newer = Arrays.stream(known.all())
                .anyMatch(one -> one.getState().isApplied() && !one.getState().isResolved());
        if (current != null && known.pending().length > 0 && !newer) {
            backup = backing.backUp(sql, current.getVersion().getVersion());
        }
        flyway.migrate();
        inTransaction(backing::settle);
    }

    /** What the copy is called that was made before this opening brought the tables up to date; empty when nothing had to be. */
    public Optional<String> backup() {
        return backup;
    }

    /** Asks something, outside of any transaction. */
    public <T> T read(Function<DSLContext, T> question) {
        try {
            return question.apply(sql);
        } catch (DataAccessException e) {
            throw DatabaseFaults.atWork(backing, e);
        }
    }

    /** Does all of it or, when it throws, nothing. */
    public void inTransaction(Consumer<DSLContext> work) {
        try {
            sql.transaction(transaction -> work.accept(transaction.dsl()));
        } catch (DataAccessException e) {
            throw DatabaseFaults.atWork(backing, e);
        }
    }

    /** What a person calls it: a file, or a schema on a server. */
    public String place() {
        return backing.place();
    }

    @Override
    public void close() {
        try {
            backing.close();
        } catch (DataAccessException e) {
            throw DatabaseFaults.atWork(backing, e);
        }
    }

    private static void closeQuietly(Backing backing) {
        try {
            backing.close();
        } catch (DataAccessException e) {
            LOG.log(System.Logger.Level.DEBUG, "a database that did not open did not close either", e);
        }
    }
}
