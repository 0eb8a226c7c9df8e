/** The one place where what the engine delivers crosses to the JavaFX thread. */
@NullMarked
package io.sextant.ui.bridge;

import org.jspecify.annotations.NullMarked;
