package io.sextant.exchange.port;

import io.sextant.marketdata.depth.DepthView;

/** What a venue says its book adds up to, computed from ours. */
@FunctionalInterface
public interface BookChecksum {

    /** For venues that number their updates instead. */
    BookChecksum NONE = book -> BookDelta.NO_CHECKSUM;

    long of(DepthView book);
}
