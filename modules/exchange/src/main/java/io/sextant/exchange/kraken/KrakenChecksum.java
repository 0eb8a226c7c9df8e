package io.sextant.exchange.kraken;

import io.sextant.domain.market.Side;
import io.sextant.exchange.port.BookChecksum;
import io.sextant.marketdata.depth.DepthView;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * CRC-32 over price and quantity of the ten best offers, then of the ten best bids, without decimal points and leading zeros:
 * those are the counts of ticks and lots, because Kraken's tick and lot here are one unit of its last decimal.
 */
final class KrakenChecksum implements BookChecksum {

    private static final int LEVELS = 10;

    @Override
    public long of(DepthView book) {
        StringBuilder digits = new StringBuilder();
        append(digits, book, Side.SELL);
        append(digits, book, Side.BUY);
        CRC32 crc = new CRC32();
        crc.update(digits.toString().getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }

    private static void append(StringBuilder digits, DepthView book, Side side) {
        int levels = Math.min(LEVELS, book.levels(0, side));
        for (int depth = 0; depth < levels; depth++) {
            digits.append(book.priceTicks(0, side, depth)).append(book.lots(0, side, depth));
        }
    }
}
