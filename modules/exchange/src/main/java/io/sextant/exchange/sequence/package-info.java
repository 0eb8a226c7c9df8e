/** Books and trades put back together from numbered pieces; plain and pure. */
@NullMarked
package io.sextant.exchange.sequence;

import org.jspecify.annotations.NullMarked;
