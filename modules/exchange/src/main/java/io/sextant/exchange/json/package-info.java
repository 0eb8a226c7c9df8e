/** JSON read strictly: what is not there or not of its type is refused with a sentence. */
@NullMarked
package io.sextant.exchange.json;

import org.jspecify.annotations.NullMarked;
