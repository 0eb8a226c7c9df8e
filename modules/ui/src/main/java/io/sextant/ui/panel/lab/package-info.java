/** What a strategy would have done in the past: set up, run, compared. */
@NullMarked
package io.sextant.ui.panel.lab;

import org.jspecify.annotations.NullMarked;
