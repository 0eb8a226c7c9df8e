/** How the window looks: light and dark, and the colours of the trade. */
@NullMarked
package io.sextant.ui.theme;

import org.jspecify.annotations.NullMarked;
