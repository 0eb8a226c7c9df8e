/** Writes down why each order was sent, while it is known. */
@NullMarked
package io.sextant.engine.passport;

import org.jspecify.annotations.NullMarked;
