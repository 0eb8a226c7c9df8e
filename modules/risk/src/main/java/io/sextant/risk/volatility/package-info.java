/** How volatile the next period will be, and who foresaw it best. */
@NullMarked
package io.sextant.risk.volatility;

import org.jspecify.annotations.NullMarked;
