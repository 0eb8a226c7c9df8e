/** What a venue's books say beside ours: whether they agree, and each difference as a value with a sentence. */
@NullMarked
package io.sextant.domain.venue;

import org.jspecify.annotations.NullMarked;
