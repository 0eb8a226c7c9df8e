/** How an order lives: gate, state machine, algorithms, routing, the Venue contract, paper venue. */
@NullMarked
package io.sextant.execution;

import org.jspecify.annotations.NullMarked;
