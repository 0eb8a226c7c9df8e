/** The one loop that runs all of it, live, paper, replay and backtest: ledger, snapshots, sweeps. */
@NullMarked
package io.sextant.engine;

import org.jspecify.annotations.NullMarked;
