/** What a desk told at the end of each bar, kept so that it can be read later as it was known then. */
@NullMarked
package io.sextant.engine.told;

import org.jspecify.annotations.NullMarked;
