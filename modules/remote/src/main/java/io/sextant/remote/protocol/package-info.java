/** What the two ends say to each other, version 1: one JSON text a message over one WebSocket. */
@NullMarked
package io.sextant.remote.protocol;

import org.jspecify.annotations.NullMarked;
