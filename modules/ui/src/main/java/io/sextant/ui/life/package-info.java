/** The life of one order, from the draft or signal to the ledger, beside whatever the reader pointed at. */
@NullMarked
package io.sextant.ui.life;

import org.jspecify.annotations.NullMarked;
