/** The life of an order after the gate: its state machine, what is working, and what became of it. */
@NullMarked
package io.sextant.execution.order;

import org.jspecify.annotations.NullMarked;
