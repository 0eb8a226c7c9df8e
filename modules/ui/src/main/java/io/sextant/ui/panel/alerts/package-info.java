/** What the desk watches for its person, how it reaches them, and what fired. */
@NullMarked
package io.sextant.ui.panel.alerts;

import org.jspecify.annotations.NullMarked;
