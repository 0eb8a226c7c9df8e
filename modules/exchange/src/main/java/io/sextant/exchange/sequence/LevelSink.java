package io.sextant.exchange.sequence;

import io.sextant.domain.market.Side;

/** Hears how a book that can be trusted changes. */
public interface LevelSink {

    /** {@code lots} now rest at this level in all; zero when it is gone. */
    void onLevel(Side side, long priceTicks, long lots, long timeNanos);

    /** The book is not known any more: nothing rests anywhere until levels are told again. */
    void onCleared(long timeNanos);
}
