/** Many choices of one strategy over the same bars: searched, told as a surface, and picked from where it is high all around. */
@NullMarked
package io.sextant.engine.sweep;

import org.jspecify.annotations.NullMarked;
