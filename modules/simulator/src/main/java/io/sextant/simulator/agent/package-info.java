/** Who trades: market makers, noise traders, value traders, trend followers and a rare large seller around one order book. */
@NullMarked
package io.sextant.simulator.agent;

import org.jspecify.annotations.NullMarked;
