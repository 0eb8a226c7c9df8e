/** Tests of recovery. */
@NullMarked
package io.sextant.engine.recovery;

import org.jspecify.annotations.NullMarked;
