/** From a journal and a snapshot back to the state in which the engine stopped. */
@NullMarked
package io.sextant.engine.recovery;

import org.jspecify.annotations.NullMarked;
