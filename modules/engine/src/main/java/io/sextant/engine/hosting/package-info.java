/** Strategies of a running desk: each thinks on a thread of its own beside the core, orders through its door, and has a shadow that trades as its test would. */
@NullMarked
package io.sextant.engine.hosting;

import org.jspecify.annotations.NullMarked;
