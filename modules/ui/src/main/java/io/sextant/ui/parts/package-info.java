/** The small parts that panels are made of: rows that stay put while their figures change, columns, fields, empty states. */
@NullMarked
package io.sextant.ui.parts;

import org.jspecify.annotations.NullMarked;
