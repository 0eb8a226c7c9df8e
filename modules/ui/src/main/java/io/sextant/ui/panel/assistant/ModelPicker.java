package io.sextant.ui.panel.assistant;

import io.sextant.ui.i18n.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks the reader where a model is, or where a briefing shall go; empty when the reader changed their mind. */
interface ModelPicker {

    Optional<Path> zip(@Nullable Window owner);

    Optional<Path> folder(@Nullable Window owner);

    /** Where to save a page on paper that is offered under a name. */
    Optional<Path> paper(@Nullable Window owner, String name);

    /** The system's own dialogs. */
    static ModelPicker dialogs(Texts texts) {
        return new ModelPicker() {

            @Override
            public Optional<Path> zip(@Nullable Window owner) {
                FileChooser files = new FileChooser();
                files.setTitle(texts.get("assistant.model.zip"));
                files.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("zip", "*.zip"));
                return Optional.ofNullable(files.showOpenDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> paper(@Nullable Window owner, String name) {
                FileChooser files = new FileChooser();
                files.setTitle(texts.get("assistant.briefed.save"));
                files.setInitialFileName(name);
                files.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("PDF", "*.pdf"));
                return Optional.ofNullable(files.showSaveDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> folder(@Nullable Window owner) {
                DirectoryChooser folders = new DirectoryChooser();
                folders.setTitle(texts.get("assistant.model.folder"));
                return Optional.ofNullable(folders.showDialog(owner)).map(File::toPath);
            }
        };
    }
}
