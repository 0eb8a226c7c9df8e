/** The one door of the gate that only a benchmark may leave open, to tell what the gate costs. */
@NullMarked
package io.sextant.execution.gate;

import org.jspecify.annotations.NullMarked;
