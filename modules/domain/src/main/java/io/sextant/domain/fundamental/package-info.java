/** What companies published of themselves, and what is said of them: figures, sectors, tags, holders, each with when it became known. */
@NullMarked
package io.sextant.domain.fundamental;

import org.jspecify.annotations.NullMarked;
