/** The engine of another machine, as if it were here: the same four verbs over a line that may break. */
@NullMarked
package io.sextant.remote.client;

import org.jspecify.annotations.NullMarked;
