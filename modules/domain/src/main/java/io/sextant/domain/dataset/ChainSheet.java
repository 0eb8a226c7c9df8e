package io.sextant.domain.dataset;

import java.time.LocalDate;
import java.util.List;

/**
 * The option contracts on one underlying on one day, as a file tells them.
 *
 * @param days all days that the file has, in order
 * @param underlying price of the underlying; NaN where the file has no row of it on that day
 */
public record ChainSheet(String file, LocalDate day, List<LocalDate> days, double underlying, List<ChainRow> rows) {

    public ChainSheet {
        days = List.copyOf(days);
        rows = List.copyOf(rows);
    }
}
