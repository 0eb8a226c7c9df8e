package io.sextant.ui.shell;

import java.nio.file.Path;
import java.util.List;

/** Files of prices that somebody wants to import, sent to the panel that does so. */
public record ImportWish(List<Path> files) {

    public ImportWish {
        files = List.copyOf(files);
    }
}
