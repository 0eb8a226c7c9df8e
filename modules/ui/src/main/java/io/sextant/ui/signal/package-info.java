/** What panels tell each other without knowing each other. */
@NullMarked
package io.sextant.ui.signal;

import org.jspecify.annotations.NullMarked;
