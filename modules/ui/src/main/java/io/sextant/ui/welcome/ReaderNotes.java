package io.sextant.ui.welcome;

import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.Persona;
import io.sextant.ui.theme.Themes;
import java.util.Optional;

/**
 * How somebody likes the window; desks that remember nothing else open like this.
 *
 * @param server whose engine was shown last; empty where it was one of this machine
 */
public record ReaderNotes(Language language, Themes.Shade shade, Optional<Persona> persona, Optional<String> server) {

    /** Of somebody who sits at this machine. */
    public ReaderNotes(Language language, Themes.Shade shade, Optional<Persona> persona) {
        this(language, shade, persona, Optional.empty());
    }

    /** The same with the engine of that server. */
    public ReaderNotes at(Optional<String> shown) {
        return new ReaderNotes(language, shade, persona, shown);
    }
}
