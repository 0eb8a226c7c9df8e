/** The editor of one's own rules, in the Backtest lab. */
@NullMarked
package io.sextant.ui.panel.lab.rules;

import org.jspecify.annotations.NullMarked;
