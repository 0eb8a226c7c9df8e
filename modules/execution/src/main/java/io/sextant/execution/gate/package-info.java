/** The one place that turns a draft into a checked order; no venue takes anything else. */
@NullMarked
package io.sextant.execution.gate;

import org.jspecify.annotations.NullMarked;
