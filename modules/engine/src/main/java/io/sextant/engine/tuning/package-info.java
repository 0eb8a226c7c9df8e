/** What settings of a model are worth, here and on other machines. */
@NullMarked
package io.sextant.engine.tuning;

import org.jspecify.annotations.NullMarked;
