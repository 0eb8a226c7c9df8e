/** The instrument panel: terms of the linked instrument, and what is known of the company behind it. */
@NullMarked
package io.sextant.ui.panel.instrument;

import org.jspecify.annotations.NullMarked;
