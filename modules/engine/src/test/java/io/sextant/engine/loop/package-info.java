/** Tests of the loop and its publisher. */
@NullMarked
package io.sextant.engine.loop;

import org.jspecify.annotations.NullMarked;
