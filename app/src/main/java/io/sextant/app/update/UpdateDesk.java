package io.sextant.app.update;

import io.sextant.app.failure.ProgramVersion;
import io.sextant.domain.time.Clock;
import io.sextant.ui.shell.NewerVersions;
import io.sextant.ui.shell.UpdateNews;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What a person wants to hear of newer versions, in a small file beside the desks: nothing, until they say so. A question is asked at most once a day,
 * answered or not; nothing is ever fetched but its answer.
 */
public final class UpdateDesk implements NewerVersions.Desk {

    /** Of the file in the data folder. */
    public static final String NAME = "updates.properties";

    /** A packager's own place to ask, as an option of Java in the image; the project itself names none. */
    public static final String BUILT_IN = "sextant.update.address";

    private static final System.Logger LOG = System.getLogger(UpdateDesk.class.getName());
    private static final Duration APART = Duration.ofDays(1);
    private static final String ASKS = "asks";
    private static final String ADDRESS = "address";
    private static final String ASKED_AT = "asked-at";
    private static final String NEWEST = "newest";
    private static final String PAGE = "page";
    private static final String TROUBLE = "trouble";

    private static final String UNANSWERED = "none has come yet";

    private final Path folder;
    private final Optional<String> builtIn;
    private final String version;
    private final UpdateQuestion question;
    private final Clock clock;

    /** {@code builtIn} is where to ask when the person names no other place; {@code version} is this one. */
    UpdateDesk(Path folder, Optional<String> builtIn, String version, UpdateQuestion question, Clock clock) {
        this.folder = folder;
        this.builtIn = builtIn;
        this.version = version;
        this.question = question;
        this.clock = clock;
    }

    public static UpdateDesk in(Path dataFolder, Clock clock) {
        return new UpdateDesk(
                dataFolder,
                Optional.ofNullable(System.getProperty(BUILT_IN)).filter(text -> !text.isBlank()),
                ProgramVersion.number(),
                new UpdateQuestion(),
                clock);
    }

    @Override
    public synchronized UpdateNews news() {
        return news(read());
    }

    /**
     * From now on asks, or no longer; {@code address} names another place than the build's, an empty text the build's again.
     *
     * @throws UpdateProblem when there is no place to ask, or it is none
     */
    public synchronized UpdateNews turn(boolean asks, Optional<String> address) throws IOException {
        Properties notes = read();
        if (address.isPresent()) {
            String place = address.get().strip();
            if (place.isEmpty()) {
                notes.remove(ADDRESS);
            } else {
                notes.setProperty(ADDRESS, UpdateQuestion.address(place).toString());
            }
            // What another place said, and when it was asked, says nothing of this one.
            for (String heard : new String[] {ASKED_AT, NEWEST, PAGE, TROUBLE}) {
                notes.remove(heard);
            }
        }
        if (asks && address(notes).isEmpty()) {
            throw new UpdateProblem("this build names no place to ask for newer versions; name one");
        }
        notes.setProperty(ASKS, Boolean.toString(asks));
        write(notes);
        return news(notes);
    }

    @Override
    public UpdateNews turn(boolean asks) throws IOException {
        return turn(asks, Optional.empty());
    }

    /** Asks if the person wants that and a day has gone by; what is known afterwards. */
    @Override
    public synchronized UpdateNews askIfDue() throws InterruptedException {
        UpdateNews now = news();
        boolean due = now.askedAt()
                .map(last -> !now().isBefore(last.plus(APART)) || now().isBefore(last))
                .orElse(true);
        return now.asks() && due ? ask() : now;
    }

    /**
     * Asks now, because a person said so. What goes wrong is noted, not thrown. That it was asked is noted first: the program may be closed, or another
     * desk ask, before an answer comes.
     */
    @Override
    public synchronized UpdateNews ask() throws InterruptedException {
        String asked = now().toString();
        Properties before = read();
        before.setProperty(ASKED_AT, asked);
        before.setProperty(TROUBLE, UNANSWERED);
        keep(before);
        Optional<String> address = address(before);
        String trouble = "";
        Optional<NewestVersion> newest = Optional.empty();
        try {
            newest = Optional.of(NewestVersion.read(question.fetch(UpdateQuestion.address(address.orElseThrow(
                    () -> new UpdateProblem("this build names no place to ask for newer versions; name one"))))));
        } catch (UpdateProblem problem) {
            trouble = String.valueOf(problem.getMessage());
        }
        // Read anew: meanwhile another program may have been told to ask nobody, or elsewhere.
        Properties notes = read();
        if (!address(notes).equals(address)) {
            return news(notes);
        }
        notes.setProperty(ASKED_AT, asked);
        notes.setProperty(TROUBLE, trouble);
        newest.ifPresent(heard -> {
            notes.setProperty(NEWEST, heard.number());
            heard.page().ifPresentOrElse(page -> notes.setProperty(PAGE, page), () -> notes.remove(PAGE));
        });
        keep(notes);
        return news(notes);
    }

    private void keep(Properties notes) {
        try {
            write(notes);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, folder.resolve(NAME) + " cannot be written", e);
        }
    }

    private Instant now() {
        return Instant.ofEpochSecond(0, clock.nanos());
    }

    private Optional<String> address(Properties notes) {
        return Optional.ofNullable(notes.getProperty(ADDRESS)).or(() -> builtIn);
    }

    private UpdateNews news(Properties notes) {
        Optional<String> newest = Optional.ofNullable(notes.getProperty(NEWEST));
        return new UpdateNews(
                Boolean.parseBoolean(notes.getProperty(ASKS)),
                address(notes),
                time(notes.getProperty(ASKED_AT, "")),
                newest,
                newest.map(number -> new NewestVersion(number, Optional.empty()).isNewerThan(version))
                        .orElse(false),
                Optional.ofNullable(notes.getProperty(PAGE)),
                notes.getProperty(TROUBLE, ""));
    }

    private static Optional<Instant> time(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Properties read() {
        Properties notes = new Properties();
        Path file = folder.resolve(NAME);
        try (Reader in = Files.newBufferedReader(file)) {
            notes.load(in);
        } catch (NoSuchFileException nothingWasSaid) {
            return notes;
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, file + " cannot be read", e);
            return new Properties();
        }
        return notes;
    }

    private void write(Properties notes) throws IOException {
        StringWriter text = new StringWriter();
        notes.store(text, "Whether newer versions are asked for");
        Files.createDirectories(folder);
        Path next = folder.resolve(NAME + ".new");
        Files.writeString(next, text.toString(), StandardCharsets.UTF_8);
        Files.move(next, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
