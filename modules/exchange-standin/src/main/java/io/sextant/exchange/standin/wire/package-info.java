/** HTTP and WebSocket on loopback, small enough to misbehave on purpose. */
@NullMarked
package io.sextant.exchange.standin.wire;

import org.jspecify.annotations.NullMarked;
