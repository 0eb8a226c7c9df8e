/** From weights to wishes for orders; nothing here sends one. */
@NullMarked
package io.sextant.portfolio.rebalance;

import org.jspecify.annotations.NullMarked;
