package io.sextant.store.database;

import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.StoreInUse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one schema, kept open between uses, and the claim to it: a lock that the server gives back when this process
 * ends, however it ends. Connections that broke are thrown away, so a server that was away and came back is met again; the claim
 * is then made again first.
 */
final class ServerConnections implements ConnectionProvider {

    private static final int CONNECTIONS_MAX = 8;
    private static final int ALIVE_SECONDS = 5;

    /** A server takes a moment to notice that a process which held the claim is gone. */
    private static final int CLAIM_SECONDS = 3;

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    @FunctionalInterface
    interface Reading<T> {

        T of(ResultSet rows) throws SQLException;
    }

    private final DataSource source;
    private final String schema;
    private final String place;
    private final Semaphore free = new Semaphore(CONNECTIONS_MAX);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private @Nullable Connection claim;
    private boolean closed;

    ServerConnections(DataSource source, String schema, String place) {
        this.source = source;
        this.schema = schema;
        this.place = place;
    }

    DataSource source() {
        return source;
    }

    /** Claims the schema for this process. */
    void open() {
        try {
            makeClaim();
        } catch (SQLException e) {
            throw new DataAccessException("claiming " + place, e);
        }
    }

    private synchronized void makeClaim() throws SQLException {
        if (closed || (claim != null && claim.isValid(ALIVE_SECONDS))) {
            return;
        }
        dropClaim();
        Connection connection = source.getConnection();
        claim = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '" + CLAIM_SECONDS + "s'");
            statement.execute("select pg_advisory_lock(" + number(schema) + ")");
        } catch (SQLException e) {
            if (Objects.equals(e.getSQLState(), LOCK_NOT_AVAILABLE)) {
                throw new StoreException(new StoreInUse(place), e);
            }
            throw e;
        }
    }

    /** The server knows such locks by a number of 64 bits, apart for each of its databases. */
    private static long number(String schema) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("sextant store " + schema).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public Connection acquire() {
        free.acquireUninterruptibly();
        try {
            return pick();
        } catch (SQLException e) {
            free.release();
            throw new DataAccessException("connecting to " + place, e);
        } catch (RuntimeException e) {
            free.release();
            throw e;
        }
    }

    /** The last used first, which is the least likely to have been given up by anything on the way to the server. */
    private Connection pick() throws SQLException {
        while (true) {
            Connection kept;
            synchronized (this) {
                kept = idle.poll();
            }
            if (kept == null) {
                makeClaim();
                return source.getConnection();
            }
            if (kept.isValid(ALIVE_SECONDS)) {
                return kept;
            }
            kept.close();
        }
    }

    @Override
    public void release(Connection connection) {
        try {
            if (!keep(connection)) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new DataAccessException("giving back a connection to " + place, e);
        } finally {
            free.release();
        }
    }

    private synchronized boolean keep(Connection connection) throws SQLException {
        if (closed || connection.isClosed() || !connection.getAutoCommit()) {
            return false;
        }
        idle.push(connection);
        return true;
    }

    void run(String statement) {
        Connection connection = acquire();
        try (Statement running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException e) {
            throw new DataAccessException(statement, e);
        } finally {
            release(connection);
        }
    }

    <T> T ask(String question, Reading<T> reading) {
        Connection connection = acquire();
        try (Statement asking = connection.createStatement();
                ResultSet rows = asking.executeQuery(question)) {
            return reading.of(rows);
        } catch (SQLException e) {
            throw new DataAccessException(question, e);
        } finally {
            release(connection);
        }
    }

    /** A server that is gone has closed them already. */
    synchronized void close() {
        closed = true;
        while (!idle.isEmpty()) {
            closeQuietly(idle.poll());
        }
        dropClaim();
    }

    private synchronized void dropClaim() {
        if (claim != null) {
            closeQuietly(claim);
            claim = null;
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(ServerConnections.class.getName())
                    .log(System.Logger.Level.DEBUG, "a connection did not close", e);
        }
    }
}
