package io.sextant.app.desktop;

import io.sextant.ui.i18n.Language;
import io.sextant.ui.link.SavedServer;
import io.sextant.ui.shell.Persona;
import io.sextant.ui.theme.Themes;
import io.sextant.ui.welcome.ReaderMemory;
import io.sextant.ui.welcome.ReaderNotes;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;

/** The notes on the reader, a small file beside the desks. What cannot be read counts as not known; what cannot be written is let go. */
final class ReaderNotesFile implements ReaderMemory {

    static final String NAME = "reader.properties";

    private static final System.Logger LOG = System.getLogger(ReaderNotesFile.class.getName());

    /** What there is in a data folder of somebody who was here before there were notes. */
    private static final List<String> DESKS = List.of("simulated", "paper", "live");

    private final Path dataFolder;
    private final boolean mayAsk;
    private final Predicate<String> isKept;

    /** {@code mayAsk} is false where somebody said on the command line what to open, or no person is there; {@code isKept} knows the servers. */
    ReaderNotesFile(Path dataFolder, boolean mayAsk, Predicate<String> isKept) {
        this.dataFolder = dataFolder;
        this.mayAsk = mayAsk;
        this.isKept = isKept;
    }

    @Override
    public boolean isNewcomer() {
        return mayAsk
                && !Files.exists(file())
                && DESKS.stream().noneMatch(desk -> Files.exists(dataFolder.resolve(desk)));
    }

    @Override
    public Optional<ReaderNotes> find() {
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(file())) {
            read.load(in);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, file() + " cannot be read", e);
            return Optional.empty();
        }
        Optional<Language> language = Language.findByTag(read.getProperty("language", ""));
        Optional<Themes.Shade> shade = Arrays.stream(Themes.Shade.values())
                .filter(one -> one.name().equals(read.getProperty("theme")))
                .findFirst();
        return language.flatMap(tongue -> shade.map(theme -> new ReaderNotes(
                tongue,
                theme,
                Persona.find(read.getProperty("persona", "")),
                Optional.ofNullable(read.getProperty("server")).filter(SavedServer::isName))));
    }

    @Override
    public Optional<String> lastServer() {
        return mayAsk ? find().flatMap(ReaderNotes::server).filter(isKept) : Optional.empty();
    }

    @Override
    public void keep(ReaderNotes notes) {
        Properties written = new Properties();
        written.setProperty("language", notes.language().tag());
        written.setProperty("theme", notes.shade().name());
        notes.persona().ifPresent(persona -> written.setProperty("persona", persona.label()));
        notes.server().ifPresent(server -> written.setProperty("server", server));
        StringWriter text = new StringWriter();
        try {
            written.store(text, "How this person likes the window");
            Files.createDirectories(dataFolder);
            Path next = dataFolder.resolve(NAME + ".new");
            Files.writeString(next, text.toString(), StandardCharsets.UTF_8);
            Files.move(next, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, file() + " cannot be written", e);
        }
    }

    private Path file() {
        return dataFolder.resolve(NAME);
    }
}
