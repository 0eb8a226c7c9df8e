package io.sextant.ui.parts;

import io.sextant.ui.shell.DeskContext;
import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Shows a file in whatever the system opens such files with; where it cannot, copies the path. */
public final class FileOpener implements Consumer<Path> {

    private static final System.Logger LOG = System.getLogger(FileOpener.class.getName());

    private final DeskContext context;

    public FileOpener(DeskContext context) {
        this.context = context;
    }

    /** The system may take its time and must not be waited for on the JavaFX thread. */
    @Override
    public void accept(Path file) {
        Thread.ofVirtual().start(() -> {
            if (!opened(file)) {
                Platform.runLater(() -> copy(file));
            }
        });
    }

    private static boolean opened(Path file) {
        try {
            if (Files.isReadable(file)
                    && Desktop.isDesktopSupported()
                    && Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
                Desktop.getDesktop().open(file.toFile());
                return true;
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.log(System.Logger.Level.DEBUG, "the system does not open " + file, e);
        }
        return false;
    }

    private void copy(Path file) {
        ClipboardContent path = new ClipboardContent();
        path.putString(file.toString());
        Clipboard.getSystemClipboard().setContent(path);
        context.toasts().info(context.texts().get("data.path-copied"), file.toString());
    }
}
