/** Runs what is scheduled, one after the other, through the same door as everybody. */
@NullMarked
package io.sextant.engine.schedule;

import org.jspecify.annotations.NullMarked;
