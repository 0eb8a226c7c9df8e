/** What all venues that are reached through XChange share: its sockets, its requests, its errors. */
@NullMarked
package io.sextant.exchange.xchange;

import org.jspecify.annotations.NullMarked;
