/** How inputs and facts are written down so that a crash loses nothing acknowledged. */
@NullMarked
package io.sextant.domain.journal;

import org.jspecify.annotations.NullMarked;
