/** The native learners behind contracts of our own; a library is loaded when it is first asked for, never before. */
@NullMarked
package io.sextant.neural;

import org.jspecify.annotations.NullMarked;
