/** Launchers, wiring, command line, the architecture tests. */
@NullMarked
package io.sextant.app;

import org.jspecify.annotations.NullMarked;
