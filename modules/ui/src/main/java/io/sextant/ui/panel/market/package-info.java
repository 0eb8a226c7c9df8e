/** The list of instruments: last price, change of the day, the shape of the last hour; choosing one links the other panels. */
@NullMarked
package io.sextant.ui.panel.market;

import org.jspecify.annotations.NullMarked;
