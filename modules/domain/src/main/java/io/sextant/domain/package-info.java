/** What the words of the trade mean: money, instruments, market data, orders, positions; commands, events, requests. */
@NullMarked
package io.sextant.domain;

import org.jspecify.annotations.NullMarked;
