/** Why an order was sent and what it was held against, as it was known at that moment. */
@NullMarked
package io.sextant.domain.passport;

import org.jspecify.annotations.NullMarked;
