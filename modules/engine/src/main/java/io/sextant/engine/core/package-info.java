/** The deterministic heart: one state, moved by steps and commands, the same live and replayed. */
@NullMarked
package io.sextant.engine.core;

import org.jspecify.annotations.NullMarked;
