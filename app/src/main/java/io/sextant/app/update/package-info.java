/** Asks, for whoever wants that, whether there is a newer version, and only tells. */
@NullMarked
package io.sextant.app.update;

import org.jspecify.annotations.NullMarked;
