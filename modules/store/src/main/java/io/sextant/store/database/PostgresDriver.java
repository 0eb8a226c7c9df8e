package io.sextant.store.database;

import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.ServiceLoader;

/** What speaks to PostgreSQL, if this installation has it. */
public final class PostgresDriver {

    private static final String URL = "jdbc:postgresql://localhost/sextant";
    private static final System.Logger LOG = System.getLogger(PostgresDriver.class.getName());

    private PostgresDriver() {}

    public static Optional<String> version() {
        for (Driver driver : ServiceLoader.load(Driver.class)) {
            try {
                if (driver.acceptsURL(URL)) {
                    return Optional.of(driver.getMajorVersion() + "." + driver.getMinorVersion());
                }
            } catch (SQLException notThisOne) {
                LOG.log(System.Logger.Level.DEBUG, "a driver that does not know its own addresses", notThisOne);
            }
        }
        return Optional.empty();
    }
}
