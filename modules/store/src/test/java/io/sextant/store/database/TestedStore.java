package io.sextant.store.database;

import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The databases that the same tests run on. A folder stands for a desk: another folder is another desk, also on a server. */
public enum TestedStore {
    H2 {
        @Override
        public StorePlace place(Path folder) {
            return StorePlace.inFolder(folder);
        }

        @Override
        public Connection connect(Path folder, Content content) throws SQLException {
            return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve(content.label()), "sextant", "");
        }

        /** H2 closes the other sessions from outside, and trips over one that is just writing: then it has to be told again. */
        @Override
        public void kill(Path folder, Content content) throws SQLException {
            for (int attempt = 1; ; attempt++) {
                try (Connection connection = connect(folder, content);
                        Statement statement = connection.createStatement()) {
                    statement.execute("SHUTDOWN IMMEDIATELY");
                    return;
                } catch (SQLException e) {
                    if (attempt == MOST_ATTEMPTS) {
                        throw e;
                    }
                }
            }
        }
    },
    POSTGRESQL {
        @Override
        public StorePlace place(Path folder) {
            return TestServer.place(folder.toString());
        }

        @Override
        public Connection connect(Path folder, Content content) throws SQLException {
            return TestServer.login()
                    .connecting(SchemaName.of(folder.toString(), content))
                    .getConnection();
        }

        @Override
        public void kill(Path folder, Content content) throws SQLException {
            TestServer.endSessions();
        }
    };

    private static final int MOST_ATTEMPTS = 20;

    public abstract StorePlace place(Path folder);

    /** Past the store, to look at its tables or to harm them. */
    public abstract Connection connect(Path folder, Content content) throws SQLException;

    /** The database dies under those who use it. */
    public abstract void kill(Path folder, Content content) throws SQLException;
}
