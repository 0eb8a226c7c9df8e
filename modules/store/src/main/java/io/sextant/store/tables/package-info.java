/** The desk as tables: projected from the journal's facts, and asked about the past. */
@NullMarked
package io.sextant.store.tables;

import org.jspecify.annotations.NullMarked;
