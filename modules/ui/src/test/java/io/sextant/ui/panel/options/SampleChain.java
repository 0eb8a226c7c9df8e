package io.sextant.ui.panel.options;

import io.sextant.analytics.options.OptionRight;
import io.sextant.analytics.options.SviSmile;
import io.sextant.domain.dataset.ChainRow;
import io.sextant.domain.dataset.ChainSheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A chain whose prices come from known smiles. */
final class SampleChain {

    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    static final double SPOT = 100;
    private static final int[] EXPIRIES = {14, 28, 56, 119, 210, 364};

    private SampleChain() {}

    static ChainSheet sheet() {
        return sheet(SPOT);
    }

    /** @param underlying what the file says that it costs */
    static ChainSheet sheet(double underlying) {
        List<ChainRow> rows = new ArrayList<>();
        for (int days : EXPIRIES) {
            double years = days / 365.0;
            SviSmile smile = smile(years);
            double reach = Math.max(8, 60 * Math.sqrt(years));
            double step = days < 60 ? 1 : 2.5;
            for (double strike = Math.ceil((SPOT - reach) / step) * step; strike <= SPOT + reach; strike += step) {
                for (OptionRight right : OptionRight.values()) {
                    double out = right.sign() * (strike - SPOT) / reach;
                    double open = Math.rint(4_000 * Math.exp(-8 * (out - 0.25) * (out - 0.25)));
                    rows.add(new ChainRow(
                            right == OptionRight.CALL,
                            strike,
                            DAY.plusDays(days),
                            Math.round(100 * smile.price(right, strike)) / 100.0,
                            open / 10,
                            strike % 10 == 0 ? 3 * open : open,
                            Double.NaN,
                            Double.NaN));
                }
            }
        }
        return new ChainSheet("/data/chain.csv", DAY, List.of(DAY.minusDays(1), DAY), underlying, rows);
    }

    static SviSmile smile(double years) {
        return new SviSmile(0.018 * years, 0.09 * Math.sqrt(years), -0.5, 0.01, 0.12, years, SPOT);
    }
}
