package io.sextant.store.database;

import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The address of a PostgreSQL database and who may enter. The password is never part of a text: not of the address, not of
 * {@link #toString()}, not of a message.
 */
public final class ServerLogin {

    /** What an address begins with. */
    public static final String SCHEME = "jdbc:postgresql:";

    private static final int CONNECT_SECONDS = 10;
    /** Longer than any statement of ours takes; without it a machine that vanished would be waited for without end. */
    private static final int ANSWER_SECONDS = 300;

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final String url;
    private final Properties parsed;
    private final String user;
    private final String password;

    private ServerLogin(String url, Properties parsed, String user, String password) {
        this.url = url;
        this.parsed = parsed;
        this.user = user;
        this.password = password;
    }

    /**
     * An empty password is none: the server then knows the machine or its certificate, or the driver finds one in the usual
     * {@code .pgpass}.
     *
     * @throws IllegalArgumentException with a sentence when the address is none, or holds a password
     */
    public static ServerLogin of(String url, Optional<String> user, String password) {
        Properties parsed = url.startsWith(SCHEME) ? Driver.parseURL(url, new Properties()) : null;
        if (parsed == null) {
            throw new IllegalArgumentException(
                    "A store on a server is named like jdbc:postgresql://host:5432/database, not " + withoutQuery(url)
                            + ".");
        }
        if (PGProperty.PASSWORD.getOrNull(parsed) != null) {
            throw new IllegalArgumentException(
                    "The address of a store must not hold its password, which everybody could"
                            + " read there: put it into an environment variable, a file or the vault.");
        }
        String name = user.or(() -> Optional.ofNullable(PGProperty.USER.getOrNull(parsed)))
                .orElse(System.getProperty("user.name", ""));
        return new ServerLogin(url, parsed, name, password);
    }

    /** The address as given, for the one who wants to come back to it; it holds no password. */
    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    /** Server and database, for a sentence. */
    public String server() {
        return withoutQuery(url);
    }

    private static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    /** Over a network nothing is said in the clear or to a stranger, unless the address itself says otherwise. */
    DataSource connecting(String schema) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        if (!password.isEmpty()) {
            source.setPassword(password);
        }
        source.setCurrentSchema(schema);
        source.setApplicationName("sextant");
        source.setReWriteBatchedInserts(true);
        source.setTcpKeepAlive(true);
        // The detail of an error holds values of rows, which belong into no log.
        source.setLogServerErrorDetail(false);
        usual(PGProperty.CONNECT_TIMEOUT, () -> source.setConnectTimeout(CONNECT_SECONDS));
        usual(PGProperty.SOCKET_TIMEOUT, () -> source.setSocketTimeout(ANSWER_SECONDS));
        if (!isThisMachine()) {
            usual(PGProperty.SSL_MODE, () -> source.setSslMode("verify-full"));
        }
        return source;
    }

    /** What the address says itself stays. */
    private void usual(PGProperty property, Runnable set) {
        if (!url.contains(property.getName() + "=")) {
            set.run();
        }
    }

    private boolean isThisMachine() {
        return THIS_MACHINE.contains(
                String.valueOf(PGProperty.PG_HOST.getOrNull(parsed)).toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return server() + " as " + user;
    }
}
