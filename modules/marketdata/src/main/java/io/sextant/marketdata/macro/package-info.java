/** Figures about the economy, the weather, politics: what they were, and when that became known. */
@NullMarked
package io.sextant.marketdata.macro;

import org.jspecify.annotations.NullMarked;
