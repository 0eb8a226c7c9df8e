/** Orders at a live venue: sent once, followed by stream and by asking, and compared with the venue's books. */
@NullMarked
package io.sextant.exchange.trade;

import org.jspecify.annotations.NullMarked;
