package io.sextant.ui.welcome;

import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.Persona;
import io.sextant.ui.theme.Themes;
import java.util.Optional;

/** How somebody likes the window; desks that remember nothing else open like this. */
public record ReaderNotes(Language language, Themes.Shade shade, Optional<Persona> persona) {}
