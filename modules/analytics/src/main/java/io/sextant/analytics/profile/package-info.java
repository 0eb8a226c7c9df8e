/** How much was traded at which price. */
@NullMarked
package io.sextant.analytics.profile;

import org.jspecify.annotations.NullMarked;
