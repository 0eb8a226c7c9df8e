/** The domain's values as JSON: what goes over the wire is what the values say, by their own names. */
@NullMarked
package io.sextant.remote.wire;

import org.jspecify.annotations.NullMarked;
