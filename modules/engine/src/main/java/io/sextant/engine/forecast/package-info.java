/** The life of models on a desk: trained, watched, replaced only by what is better, and one step back. */
@NullMarked
package io.sextant.engine.forecast;

import org.jspecify.annotations.NullMarked;
