/** What a headline says about prices, and which of its words say so. */
@NullMarked
package io.sextant.analytics.sentiment;

import org.jspecify.annotations.NullMarked;
