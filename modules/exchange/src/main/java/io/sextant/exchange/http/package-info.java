/** HTTP and WebSocket of the JDK, for venues that are reached without XChange. */
@NullMarked
package io.sextant.exchange.http;

import org.jspecify.annotations.NullMarked;
