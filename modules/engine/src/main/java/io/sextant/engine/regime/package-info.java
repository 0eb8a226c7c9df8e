/** Regimes on a desk: learned beside the engine, told bar by bar, and what a person lets follow from them. */
@NullMarked
package io.sextant.engine.regime;

import org.jspecify.annotations.NullMarked;
