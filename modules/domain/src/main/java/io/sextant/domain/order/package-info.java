/** How an order is described and named at each stage of its life, and why one is refused. */
@NullMarked
package io.sextant.domain.order;

import org.jspecify.annotations.NullMarked;
