/** What the words mean: money, instruments, bars, books, orders, positions; commands, events, requests. */
@NullMarked
package io.sextant.domain;

import org.jspecify.annotations.NullMarked;
