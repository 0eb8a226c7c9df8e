/** Whether what was said about bad days came true. */
@NullMarked
package io.sextant.risk.backtest;

import org.jspecify.annotations.NullMarked;
