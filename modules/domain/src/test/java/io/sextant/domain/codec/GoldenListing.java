package io.sextant.domain.codec;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import java.util.List;

/** The terms of a desk whose venue takes no order below a value. */
final class GoldenListing {

    static final SessionTerms SMALLEST_VALUE = new SessionTerms(
            TradingMode.PAPER,
            1,
            1_795_132_800_123_456_789L,
            "binance",
            Currency.USDT,
            List.of(),
            List.of(Money.parse("100000", Currency.USDT)),
            CostBasis.AVERAGE,
            new InstrumentCatalog(List.of(new SpotPair(
                    InstrumentId.of("BTC-USDT"),
                    "BTC/USDT",
                    Currency.BTC,
                    Currency.USDT,
                    new TradingRules(
                            Price.parse("0.01"),
                            Quantity.parse("0.00001"),
                            Quantity.parse("0.00001"),
                            Quantity.parse("5")),
                    FeeSchedule.FREE))));

    private GoldenListing() {}
}
