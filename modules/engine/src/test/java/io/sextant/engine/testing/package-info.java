/** Stand-ins that let tests decide when the disk is done. */
@NullMarked
package io.sextant.engine.testing;

import org.jspecify.annotations.NullMarked;
