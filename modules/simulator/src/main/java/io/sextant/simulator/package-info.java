/** An exchange in a box: agents trading in a real book; a Feed and a Venue like any other. */
@NullMarked
package io.sextant.simulator;

import org.jspecify.annotations.NullMarked;
