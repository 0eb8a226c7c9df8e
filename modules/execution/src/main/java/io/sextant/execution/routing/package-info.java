/** Which venue takes which part of an order, by all that it costs there. */
@NullMarked
package io.sextant.execution.routing;

import org.jspecify.annotations.NullMarked;
