/** What is told of a strategy that was examined, as lines and as a page. */
@NullMarked
package io.sextant.app.verdict;

import org.jspecify.annotations.NullMarked;
