/** The list of stored series. */
@NullMarked
package io.sextant.ui.panel.data.archive;

import org.jspecify.annotations.NullMarked;
