/** Books as a feed tells them, level by level. */
@NullMarked
package io.sextant.marketdata.depth;

import org.jspecify.annotations.NullMarked;
