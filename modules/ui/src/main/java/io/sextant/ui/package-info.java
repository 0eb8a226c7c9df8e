/** JavaFX: the shell and its panels. */
@NullMarked
package io.sextant.ui;

import org.jspecify.annotations.NullMarked;
