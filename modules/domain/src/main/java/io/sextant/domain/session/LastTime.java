package io.sextant.domain.session;

import io.sextant.domain.order.Order;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a desk was like when it ended without being closed, as its journal has it: known because everything acknowledged was written first.
 *
 * @param openedNanos when it had been opened, on the wall clock
 * @param lastMarketNanos how far market time had come
 * @param recoveredRecords how many records were read back behind the newest snapshot
 * @param working the orders that worked then, and do again
 * @param parents how many brackets and algorithms stood over them
 * @param positions how many positions were held
 * @param report the newest crash report since it was opened
 */
public record LastTime(
        long openedNanos,
        long lastMarketNanos,
        long recoveredRecords,
        List<Order> working,
        int parents,
        int positions,
        Optional<Path> report) {

    public LastTime {
        working = List.copyOf(working);
    }
}
