/** How often a venue may be asked, and how long to wait before trying again. */
@NullMarked
package io.sextant.exchange.limit;

import org.jspecify.annotations.NullMarked;
