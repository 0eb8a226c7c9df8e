/** The options panel: what a chain says, and what positions in it would be worth. */
@NullMarked
package io.sextant.ui.panel.options;

import org.jspecify.annotations.NullMarked;
