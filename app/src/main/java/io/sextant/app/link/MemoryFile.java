package io.sextant.app.link;

import io.sextant.ui.link.WindowMemory;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What the window remembers of a server, in a file. What cannot be read counts as nothing remembered. */
final class MemoryFile implements WindowMemory, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(MemoryFile.class.getName());

    private final Path file;
    private final ExecutorService writing = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("sextant-window-memory").factory());

    MemoryFile(Path file) {
        this.file = file;
    }

    @Override
    public Map<String, String> load() {
        Map<String, String> all = new HashMap<>();
        try {
            KeptText.read(file).forEach((key, value) -> all.put(key.toString(), value.toString()));
        } catch (NoSuchFileException nothingYet) {
            LOG.log(System.Logger.Level.DEBUG, "nothing is remembered in " + file);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.log(System.Logger.Level.WARNING, file + " cannot be read", unreadable);
        }
        return all;
    }

    @Override
    public void keep(Map<String, String> all) {
        Properties written = new Properties();
        written.putAll(all);
        writing.execute(() -> {
            try {
                KeptText.write(file, written, "What the window remembers of this server");
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, file + " cannot be written", e);
            }
        });
    }

    /** Waits for what is being written. */
    @Override
    public void close() {
        writing.close();
    }
}
