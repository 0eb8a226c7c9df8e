/** Importing files: a look at what they hold before anything is stored, then the import and what became of it. */
@NullMarked
package io.sextant.ui.panel.data.intake;

import org.jspecify.annotations.NullMarked;
