/** How an order lives: gate, state machine, algorithms, routing, the venue contract and the paper venue. */
@NullMarked
package io.sextant.execution;

import org.jspecify.annotations.NullMarked;
