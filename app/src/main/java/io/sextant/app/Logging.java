package io.sextant.app;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the libraries' chatter off the terminal: warnings and worse go to standard error, as standard output may be somebody's
 * JSON. A developer sees more with {@code -Djava.util.logging.config.file}.
 */
final class Logging {

    private Logging() {}

    static void quieten() {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        if (System.getProperty("java.util.logging.config.file") == null) {
            Logger.getLogger("").setLevel(Level.WARNING);
        }
    }
}
