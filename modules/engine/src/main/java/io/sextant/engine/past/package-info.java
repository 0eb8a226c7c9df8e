/** The desk beside the engine as it would have stood at each bar of the past. */
@NullMarked
package io.sextant.engine.past;

import org.jspecify.annotations.NullMarked;
