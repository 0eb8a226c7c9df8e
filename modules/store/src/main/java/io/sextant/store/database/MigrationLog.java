package io.sextant.store.database;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Flyway's steps are news to a developer, not to the user, whose console they would otherwise reach. */
final class MigrationLog implements Log {

    private final System.Logger log;

    private MigrationLog(Class<?> owner) {
        log = System.getLogger(owner.getName());
    }

    /** Public, with a public constructor, because Flyway makes it by its name. */
    public static final class Creator implements LogCreator {

        public Creator() {}

        @Override
        public Log createLogger(Class<?> owner) {
            return new MigrationLog(owner);
        }
    }

    @Override
    public void debug(String message) {
        log.log(System.Logger.Level.TRACE, message);
    }

    @Override
    public void info(String message) {
        log.log(System.Logger.Level.DEBUG, message);
    }

    @Override
    public void notice(String message) {
        log.log(System.Logger.Level.DEBUG, message);
    }

    @Override
    public void warn(String message) {
        log.log(System.Logger.Level.WARNING, message);
    }

    @Override
    public void error(String message) {
        log.log(System.Logger.Level.ERROR, message);
    }

    @Override
    public void error(String message, Exception cause) {
        log.log(System.Logger.Level.ERROR, message, cause);
    }
}
