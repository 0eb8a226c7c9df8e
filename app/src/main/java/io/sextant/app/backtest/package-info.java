/** The report of a backtest: what it says, how it is drawn, and how it becomes a page for a browser or for paper. */
@NullMarked
package io.sextant.app.backtest;

import org.jspecify.annotations.NullMarked;
