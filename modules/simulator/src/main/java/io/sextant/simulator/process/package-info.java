/** What simulated things are worth: regimes, changing volatility, shared and own shocks, jumps and the time of day. */
@NullMarked
package io.sextant.simulator.process;

import org.jspecify.annotations.NullMarked;
