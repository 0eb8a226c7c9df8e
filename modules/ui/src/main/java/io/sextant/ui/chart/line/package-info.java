/** Lines of values over bar indexes that are summed up fast, however long they are. */
@NullMarked
package io.sextant.ui.chart.line;

import org.jspecify.annotations.NullMarked;
