package io.sextant.marketdata;

import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Future;
import io.sextant.domain.instrument.Index;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.Option;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import java.util.List;

/** One instrument of each kind. */
public final class Listed {

    public static final InstrumentCatalog ALL = new InstrumentCatalog(List.of(
            new SpotPair(
                    InstrumentId.of("BTC-USDT"),
                    "Bitcoin",
                    Currency.BTC,
                    Currency.USDT,
                    new TradingRules(Price.parse("0.01"), Quantity.parse("0.0001"), Quantity.parse("0.0005")),
                    new FeeSchedule(500, 1_000, 0, FeeSchedule.FeeCurrency.BASE_WHEN_BUYING)),
            new Equity(
                    InstrumentId.of("ACME"),
                    "Acme — société",
                    Currency.USD,
                    TradingRules.of("0.01", "1"),
                    FeeSchedule.perLot(500_000)),
            new Future(
                    InstrumentId.of("ES-2026Z"),
                    "E-mini",
                    Currency.USD,
                    TradingRules.of("0.25", "1"),
                    FeeSchedule.tenthsOfBps(1, 2),
                    50,
                    1_797_000_000_000_000_000L),
            new Index(InstrumentId.of("SX100"), "Index", Currency.USD, TradingRules.of("0.01", "1")),
            new Option(
                    InstrumentId.of("ACME-C100"),
                    "Acme call",
                    Currency.USD,
                    TradingRules.of("0.05", "1"),
                    FeeSchedule.FREE,
                    100,
                    InstrumentId.of("ACME"),
                    Option.Right.CALL,
                    Option.Exercise.AMERICAN,
                    Price.parse("100"),
                    1_797_000_000_000_000_000L)));

    private Listed() {}
}
