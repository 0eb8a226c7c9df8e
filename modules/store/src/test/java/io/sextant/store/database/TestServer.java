package io.sextant.store.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A real PostgreSQL on the loopback, started when first asked for, one for all tests of a JVM, and ended with it. */
public final class TestServer {

    /** Its steps are no news; held here, since a logger that nobody holds forgets its level. */
    private static final Logger STEPS = Logger.getLogger("io.zonky.test");

    private static final EmbeddedPostgres SERVER = start();

    private TestServer() {}

    private static EmbeddedPostgres start() {
        STEPS.setLevel(Level.WARNING);
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    // It lives as long as the tests: there is nothing that a power cut could take.
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "60")
                    .setOutputRedirector(Redirect.DISCARD)
                    .setErrorRedirector(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int port() {
        return SERVER.getPort();
    }

    public static String url() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/postgres";
    }

    public static ServerLogin login() {
        return ServerLogin.of(url(), Optional.of("postgres"), "");
    }

    /** The place of a desk of that name. */
    public static StorePlace place(String desk) {
        return new StorePlace.OnServer(login(), desk);
    }

    /** As the owner of the server, seeing no schema of ours. */
    public static Connection connect() throws SQLException {
        return SERVER.getPostgresDatabase().getConnection();
    }

    /** A user whom the server lets in by password only; the tests' other users need none. */
    public static void addGuarded(String user, String password) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + user + " login password '" + password.replace("'", "''") + "'");
            statement.execute("grant create on database postgres to " + user);
            try (ResultSet rows = statement.executeQuery("show hba_file")) {
                rows.next();
                Path rules = Path.of(rows.getString(1));
                Files.writeString(
                        rules, "host all " + user + " 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
            }
            statement.execute("select pg_reload_conf()");
        }
    }

    /** All sessions of stores end at once, as when the server is started anew. */
    public static void endSessions() throws SQLException {
        try (Connection connection = connect()) {
            connection
                    .createStatement()
                    .execute("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where application_name = 'sextant' and pid <> pg_backend_pid()");
        }
    }
}
