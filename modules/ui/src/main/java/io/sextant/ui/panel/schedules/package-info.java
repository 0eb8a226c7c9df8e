/** What the desk does by the clock: seen, changed, started and ended by hand. */
@NullMarked
package io.sextant.ui.panel.schedules;

import org.jspecify.annotations.NullMarked;
