package io.sextant.ui.panel.options;

import io.sextant.ui.i18n.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks the reader for a file of a chain; empty when the reader changed their mind. */
@FunctionalInterface
interface ChainPicker {

    Optional<Path> pick(@Nullable Window owner);

    /** The system's own dialog; it begins where it ended last. */
    static ChainPicker dialog(Texts texts) {
        FileChooser chooser = new FileChooser();
        return owner -> {
            chooser.setTitle(texts.get("options.dialog"));
            chooser.getExtensionFilters()
                    .setAll(
                            new FileChooser.ExtensionFilter(
                                    texts.get("options.dialog.chains"), "*.csv", "*.tsv", "*.txt", "*.gz", "*.zip"),
                            new FileChooser.ExtensionFilter(texts.get("options.dialog.all"), "*"));
            File picked = chooser.showOpenDialog(owner);
            if (picked != null) {
                chooser.setInitialDirectory(picked.getParentFile());
            }
            return Optional.ofNullable(picked).map(File::toPath);
        };
    }
}
