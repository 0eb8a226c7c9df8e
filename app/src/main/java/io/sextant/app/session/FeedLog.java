package io.sextant.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/**
 * What the libraries behind live feeds have to say goes into a file of the desk: a person hears of a lost connection from
 * Sextant, once and in a sentence, and not from four libraries with their stack traces.
 */
final class FeedLog implements AutoCloseable {

    private static final String FILE = "feed.log";
    private static final int MOST_BYTES = 1 << 20;
    private static final int FILES = 1;

    /** XChange's transport logs under the name of the class that extends it. Held here, because the log manager forgets a logger that nobody holds, and with it what was set. */
    private static final List<Logger> TALKATIVE = Stream.of(
                    "info.bitrich.xchangestream",
                    "io.sextant.exchange.xchange",
                    "io.netty",
                    "org.knowm.xchange",
                    "si.mazi.rescu")
            .map(Logger::getLogger)
            .toList();

    private final FileHandler file;

    private FeedLog(FileHandler file) {
        this.file = file;
    }

    static FeedLog into(Path folder) {
        try {
            Files.createDirectories(folder);
            FileHandler file =
                    new FileHandler(folder.resolve(FILE).toString().replace("%", "%%"), MOST_BYTES, FILES, true);
            file.setFormatter(new SimpleFormatter());
            TALKATIVE.forEach(logger -> {
                logger.setUseParentHandlers(false);
                logger.setLevel(Level.INFO);
                logger.addHandler(file);
            });
            return new FeedLog(file);
        } catch (IOException e) {
            throw new SessionProblem(
                    "The log of the feed in " + folder + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    /** Whatever is still said while connections close is dropped. */
    @Override
    public void close() {
        TALKATIVE.forEach(logger -> logger.removeHandler(file));
        file.close();
    }
}
