/** Watches the market beside the engine: reads what its feed tells, and tells the engine what is unusual, like anybody outside would. */
@NullMarked
package io.sextant.engine.watch;

import org.jspecify.annotations.NullMarked;
