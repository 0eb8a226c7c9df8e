/** The keyrings of the systems, each through the program that the system brings for it. */
@NullMarked
package io.sextant.store.keyring;

import org.jspecify.annotations.NullMarked;
