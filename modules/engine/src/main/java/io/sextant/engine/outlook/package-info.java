/** Futures of portfolios that are drawn on other machines. */
@NullMarked
package io.sextant.engine.outlook;

import org.jspecify.annotations.NullMarked;
