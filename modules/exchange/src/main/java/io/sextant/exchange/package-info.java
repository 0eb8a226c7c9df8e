/** Live venues: which there are and how to reach them. */
@NullMarked
package io.sextant.exchange;

import org.jspecify.annotations.NullMarked;
