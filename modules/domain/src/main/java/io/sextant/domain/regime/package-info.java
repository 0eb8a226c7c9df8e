/** What the market is like, in words for people, and what a desk lets follow from it. */
@NullMarked
package io.sextant.domain.regime;

import org.jspecify.annotations.NullMarked;
