/** News and macro series: where they come from and how each source did last. */
@NullMarked
package io.sextant.ui.panel.sources;

import org.jspecify.annotations.NullMarked;
