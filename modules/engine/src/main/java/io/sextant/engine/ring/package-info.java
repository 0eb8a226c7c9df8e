/** The way from one thread to one other for reports that are made of a few numbers. */
@NullMarked
package io.sextant.engine.ring;

import org.jspecify.annotations.NullMarked;
