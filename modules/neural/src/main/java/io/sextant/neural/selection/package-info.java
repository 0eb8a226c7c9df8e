/** Which of many features to learn from, decided anew inside each training window. */
@NullMarked
package io.sextant.neural.selection;

import org.jspecify.annotations.NullMarked;
