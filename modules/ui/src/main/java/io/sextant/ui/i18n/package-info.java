/** What the window says: sentences and figures in the reader's language, switchable while running. */
@NullMarked
package io.sextant.ui.i18n;

import org.jspecify.annotations.NullMarked;
