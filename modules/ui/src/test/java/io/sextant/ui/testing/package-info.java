/** What the window's tests share: an engine that does what a test says, and a window on it. */
@NullMarked
package io.sextant.ui.testing;

import org.jspecify.annotations.NullMarked;
