package io.sextant.ui.panel.instrument;

import io.sextant.ui.i18n.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks the reader for files of published figures; empty when the reader changed their mind. */
@FunctionalInterface
interface FactsPicker {

    List<Path> pick(@Nullable Window owner);

    /** The system's own dialog; it begins where it ended last. */
    static FactsPicker dialog(Texts texts) {
        FileChooser chooser = new FileChooser();
        return owner -> {
            chooser.setTitle(texts.get("instrument.dialog"));
            chooser.getExtensionFilters()
                    .setAll(
                            new FileChooser.ExtensionFilter(
                                    texts.get("instrument.dialog.facts"), "*.csv", "*.tsv", "*.json", "*.gz", "*.zip"),
                            new FileChooser.ExtensionFilter(texts.get("instrument.dialog.all"), "*"));
            List<File> picked = chooser.showOpenMultipleDialog(owner);
            if (picked == null || picked.isEmpty()) {
                return List.of();
            }
            chooser.setInitialDirectory(picked.getFirst().getParentFile());
            return picked.stream().map(File::toPath).toList();
        };
    }
}
