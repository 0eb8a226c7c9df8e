package io.sextant.store.database;

import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import io.sextant.store.problem.StoreProblem.ServerRefused;
import io.sextant.store.problem.StoreProblem.ServerUnreachable;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;

/** A schema of a PostgreSQL database. Its server writes every commit before it acknowledges it, as we want it. */
final class PostgresBacking implements Backing {

    /** The driver has none to give. */
    private static final String NO_PASSWORD = "08004";

    private final ServerLogin login;
    private final Content content;
    private final String schema;
    private final ServerConnections connections;

    PostgresBacking(ServerLogin login, String desk, Content content) {
        this.login = login;
        this.content = content;
        schema = SchemaName.of(desk, content);
        connections = new ServerConnections(login.connecting(schema), schema, place());
    }

    ServerConnections connections() {
        return connections;
    }

    @Override
    public String place() {
        return schema + " at " + login.server();
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.POSTGRES;
    }

    /** The tables' classes have the names as H2 writes them, in capitals. */
    @Override
    public Settings naming() {
        return new Settings().withRenderNameCase(RenderNameCase.LOWER);
    }

    @Override
    public ConnectionProvider open() {
        connections.open();
        // A schema that is there needs no right to make one, which a server's owner may not want to give.
        if (!connections.ask("select 1 from pg_namespace where nspname = '" + schema + "'", ResultSet::next)) {
            connections.run("create schema if not exists \"" + schema + '"');
        }
        return connections;
    }

    @Override
    public FluentConfiguration migrating(FluentConfiguration usual, String scripts) {
        return usual.dataSource(connections.source())
                .schemas(schema)
                .createSchemas(false)
                .locations("classpath:" + scripts)
                .skipDefaultResolvers(true)
                .resolvers(new TranslatedScripts());
    }

    /** Whoever runs the server backs it up; a program that only has a login cannot. */
    @Override
    public Optional<String> backUp(DSLContext sql, String version) {
        return Optional.empty();
    }

    @Override
    public void settle(DSLContext sql) {
        Hypertables.settle(sql, schema, content);
    }

    @Override
    public Optional<StoreProblem> explain(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            // What is told of a batch is its whole statement, with all that was to be written; the error itself is its
            // cause.
            if (cause instanceof SQLException failed
                    && !(failed instanceof BatchUpdateException)
                    && failed.getSQLState() != null) {
                Optional<StoreProblem> problem = explain(failed.getSQLState(), DatabaseFaults.firstLine(failed));
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return Optional.empty();
    }

    /** By classes of SQLSTATE, appendix A of PostgreSQL's manual. */
    private Optional<StoreProblem> explain(String state, String detail) {
        if (state.equals(NO_PASSWORD)) {
            return Optional.of(new ServerRefused(login.server(), detail));
        }
        return switch (state.substring(0, 2)) {
            // Connection exception; operator intervention, which is a shutdown or somebody who ended the session.
            case "08", "57" -> Optional.of(new ServerUnreachable(login.server(), detail));
            // Not let in; no such database; no room, no connection left; system error.
            case "28", "3D", "53", "58" -> Optional.of(new ServerRefused(login.server(), detail));
            case "XX" -> Optional.of(damaged(detail));
            default ->
                switch (state) {
                    case "42501", "25006" -> Optional.of(new ServerRefused(login.server(), detail));
                    // Not a mistake in our statements, which are made from the migrations: somebody was at the schema.
                    case "42P01", "42703", "3F000" -> Optional.of(damaged(detail));
                    default -> Optional.empty();
                };
        };
    }

    private StoreProblem damaged(String detail) {
        return new DatabaseDamaged(place(), content, detail);
    }

    @Override
    public StoreProblem unopened(String detail) {
        return new ServerRefused(login.server(), detail);
    }

    @Override
    public void close() {
        connections.close();
    }

    @Override
    public String setAside(String why) {
        try (Connection connection = login.connecting(schema).getConnection();
                Statement statement = connection.createStatement()) {
            for (int n = 1; ; n++) {
                String aside = SchemaName.fitting(schema, "_" + why + "_" + n);
                try (ResultSet taken =
                        statement.executeQuery("select 1 from pg_namespace where nspname = '" + aside + "'")) {
                    if (taken.next()) {
                        continue;
                    }
                }
                statement.execute("alter schema \"" + schema + "\" rename to \"" + aside + '"');
                return aside;
            }
        } catch (SQLException e) {
            DataAccessException failure = new DataAccessException("setting " + schema + " aside", e);
            throw new StoreException(explain(failure).orElseGet(() -> unopened(DatabaseFaults.firstLine(e))), failure);
        }
    }
}
