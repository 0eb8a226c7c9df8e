/** How much a portfolio loses on bad days. */
@NullMarked
package io.sextant.risk.measure;

import org.jspecify.annotations.NullMarked;
