package io.sextant.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of the way in which a data folder is laid out, kept in it. It grows when folders or files change so that an older version would
 * misread them; journals and databases have numbers of their own.
 */
public final class DataFormat {

    /** What this version writes. */
    public static final int CURRENT = 1;

    private static final String FILE = "format";
    private static final String WORD = "sextant-data ";
    private static final Pattern TEXT = Pattern.compile(WORD + "(\\d{1,6})\\s*");

    private DataFormat() {}

    /**
     * Lets nobody at data that a newer version laid out.
     *
     * @throws SessionProblem then; nothing was changed
     */
    public static void requireKnown(Path dataFolder) {
        String text;
        try {
            text = Files.readString(dataFolder.resolve(FILE));
        } catch (NoSuchFileException fromBeforeThereWereNumbers) {
            return;
        } catch (IOException e) {
            throw new SessionProblem(
                    dataFolder.resolve(FILE) + " cannot be read: " + e.getMessage() + ". Nothing was changed.", e);
        }
        Matcher number = TEXT.matcher(text);
        if (!number.matches()) {
            throw new SessionProblem(dataFolder.resolve(FILE)
                    + " does not say what the data folder's format is, so it was left alone. If the folder is Sextant's own,"
                    + " write the line \"" + WORD + CURRENT + "\" into that file.");
        }
        int found = Integer.parseInt(number.group(1));
        if (found > CURRENT) {
            throw new SessionProblem("The data in " + dataFolder + " was laid out by a newer Sextant (format " + found
                    + "; this one knows " + CURRENT
                    + "). Nothing was changed. Start the newer version, or this one with"
                    + " another folder: --data DIR.");
        }
    }

    /** Notes the format of a folder that is about to be used. */
    static void note(Path dataFolder) {
        Path file = dataFolder.resolve(FILE);
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(dataFolder);
            Files.writeString(file, WORD + CURRENT + "\n");
        } catch (IOException e) {
            throw new SessionProblem(
                    "The data folder " + dataFolder + " cannot be written: " + e.getMessage() + ".", e);
        }
    }
}
