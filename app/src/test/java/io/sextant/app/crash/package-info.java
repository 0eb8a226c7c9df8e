/** Kills the process at random moments and looks whether anything that was promised is gone. */
@NullMarked
package io.sextant.app.crash;

import org.jspecify.annotations.NullMarked;
