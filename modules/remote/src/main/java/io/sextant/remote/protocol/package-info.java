/** What the two ends say to each other, version 1: JSON texts over one WebSocket; what was once said in it stays readable. */
@NullMarked
package io.sextant.remote.protocol;

import org.jspecify.annotations.NullMarked;
