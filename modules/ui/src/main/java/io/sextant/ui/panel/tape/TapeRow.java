package io.sextant.ui.panel.tape;

import io.sextant.domain.request.TapeTrade;

/** A line of the tape. */
sealed interface TapeRow {

    /** {@code direction} is the sign of the change from the trade before. */
    record Print(TapeTrade trade, int direction) implements TapeRow {}

    /** So many trades came faster than the window draws and are not listed. */
    record Gap(long trades) implements TapeRow {}
}
