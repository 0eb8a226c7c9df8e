package io.sextant.store.database;

import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;

/**
 * All in which one kind of database differs from another: how it is reached, told its tables, closed and set aside, and what
 * its errors mean. Everything else is the same code.
 */
sealed interface Backing permits H2Backing, PostgresBacking {

    static Backing of(StorePlace place, Content content) {
        return switch (place) {
            case StorePlace.InFolder(var folder) -> new H2Backing(folder, content);
            case StorePlace.OnServer(var login, var desk) -> new PostgresBacking(login, desk, content);
        };
    }

    /** What a person calls it. */
    String place();

    SQLDialect dialect();

    /** How names are written. */
    Settings naming();

    /** Open from here on; what was taken is given back by {@link #close()}, also when this fails. */
    ConnectionProvider open();

    /** Where the tables go and by whom they are told; {@code scripts} is where on the classpath they are described. */
    FluentConfiguration migrating(FluentConfiguration usual, String scripts);

    /**
     * A copy of what is kept, which is at {@code version} of its tables, before they change: an upgrade that fails, or that somebody regrets, can be
     * gone back on. What the copy is called; empty where whoever runs the server makes copies.
     *
     * @throws StoreException when it cannot be written; the tables must then stay as they are
     */
    Optional<String> backUp(DSLContext sql, String version);

    /** After the tables are the newest. */
    void settle(DSLContext sql);

    /** What is wrong outside of this program; empty when nothing speaks for that. */
    Optional<StoreProblem> explain(Throwable thrown);

    /** What it means when the database did not open and nothing explains it. */
    StoreProblem unopened(String detail);

    void close();

    /** Puts the closed database under another name, which is returned, so that a new one can begin under its own. */
    String setAside(String why);
}
