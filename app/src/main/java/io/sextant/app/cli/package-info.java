/** The command line: what can be typed after sextant, its exit codes, its JSON. */
@NullMarked
package io.sextant.app.cli;

import org.jspecify.annotations.NullMarked;
