package io.sextant.reference;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.money.Currency;

/** Two instruments to be named in headlines. */
public final class Listed {

    public static final Instrument BTC = pair("BTC-USDT", "Bitcoin / Tether", Currency.BTC);
    public static final Instrument ETH = pair("ETH-USDT", "Ether / Tether", Currency.ETH);

    private Listed() {}

    private static Instrument pair(String symbol, String name, Currency base) {
        return new SpotPair(
                InstrumentId.of(symbol),
                name,
                base,
                Currency.USDT,
                TradingRules.of("0.01", "0.0001"),
                FeeSchedule.FREE);
    }
}
