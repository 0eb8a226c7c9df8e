package io.sextant.exchange.equity;

import io.sextant.domain.market.BarSeries;
import io.sextant.marketdata.bar.CorporateAction;
import java.util.List;

/** Days as a service tells them, and what happened to the share that these prices do not have in them already. */
public record DailyPrices(BarSeries bars, List<CorporateAction> actions) {

    public DailyPrices {
        actions = List.copyOf(actions);
    }
}
