package io.sextant.ui.panel.data.intake;

import io.sextant.ui.i18n.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks the reader which files to import; empty when the reader changed their mind. */
public interface FilePicker {

    List<Path> files(@Nullable Window owner);

    Optional<Path> folder(@Nullable Window owner);

    /** The system's own dialogs; each begins where the last one ended. */
    static FilePicker dialogs(Texts texts) {
        FileChooser files = new FileChooser();
        DirectoryChooser folders = new DirectoryChooser();
        return new FilePicker() {

            @Override
            public List<Path> files(@Nullable Window owner) {
                files.setTitle(texts.get("intake.dialog.files"));
                files.getExtensionFilters()
                        .setAll(
                                new FileChooser.ExtensionFilter(
                                        texts.get("intake.dialog.prices"),
                                        "*.csv",
                                        "*.txt",
                                        "*.tsv",
                                        "*.json",
                                        "*.jsonl",
                                        "*.gz",
                                        "*.zip"),
                                new FileChooser.ExtensionFilter(texts.get("intake.dialog.all"), "*"));
                List<File> picked = files.showOpenMultipleDialog(owner);
                if (picked == null || picked.isEmpty()) {
                    return List.of();
                }
                files.setInitialDirectory(picked.getFirst().getParentFile());
                return picked.stream().map(File::toPath).toList();
            }

            @Override
            public Optional<Path> folder(@Nullable Window owner) {
                folders.setTitle(texts.get("intake.dialog.folder"));
                File picked = folders.showDialog(owner);
                if (picked != null) {
                    folders.setInitialDirectory(picked.getParentFile());
                }
                return Optional.ofNullable(picked).map(File::toPath);
            }
        };
    }
}
