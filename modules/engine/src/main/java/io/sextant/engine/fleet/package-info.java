/** How runs over bars travel to other machines, and both ends of the pipe to whatever runs them there. */
@NullMarked
package io.sextant.engine.fleet;

import org.jspecify.annotations.NullMarked;
