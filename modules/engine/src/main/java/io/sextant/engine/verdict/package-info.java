/** Whether what a strategy earned in a backtest holds up, is fragile, is luck, or came from looking into the future. */
@NullMarked
package io.sextant.engine.verdict;

import org.jspecify.annotations.NullMarked;
