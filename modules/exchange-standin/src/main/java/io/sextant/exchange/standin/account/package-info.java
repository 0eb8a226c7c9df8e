/** What really happened in an account of the stand-in exchange: orders, executions, balances, and how venues tell of them. */
@NullMarked
package io.sextant.exchange.standin.account;

import org.jspecify.annotations.NullMarked;
