/** What brackets, algorithms and the flattening of positions share: children, their answers, and the desk they work on. */
@NullMarked
package io.sextant.execution.parent;

import org.jspecify.annotations.NullMarked;
