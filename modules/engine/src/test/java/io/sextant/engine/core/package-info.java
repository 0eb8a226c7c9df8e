/** Tests of the deterministic core. */
@NullMarked
package io.sextant.engine.core;

import org.jspecify.annotations.NullMarked;
