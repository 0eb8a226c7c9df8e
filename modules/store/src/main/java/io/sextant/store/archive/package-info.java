/** Bars on disk as compressed columns, some thousands to a row, exact to the last bit of every number. */
@NullMarked
package io.sextant.store.archive;

import org.jspecify.annotations.NullMarked;
