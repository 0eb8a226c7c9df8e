package io.sextant.ui.servers;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;

/** Asks for a file of this machine. */
@FunctionalInterface
interface FilePicker {

    /** Over the window that {@code near} stands in. */
    Optional<Path> ask(Node near, String title);

    static FilePicker dialogs() {
        return (near, title) -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(title);
            return Optional.ofNullable(chooser.showOpenDialog(near.getScene().getWindow()))
                    .map(File::toPath);
        };
    }
}
