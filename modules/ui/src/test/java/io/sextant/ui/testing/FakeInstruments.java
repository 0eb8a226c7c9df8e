package io.sextant.ui.testing;

import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Future;
import io.sextant.domain.instrument.Index;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.money.Currency;
import java.util.List;
import java.util.Map;

/** The instruments of the fake engine: the same kinds as the simulated market's, with prices to start from. */
public final class FakeInstruments {

    public static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    public static final InstrumentId ETH = InstrumentId.of("ETH-USDT");
    public static final InstrumentId SOL = InstrumentId.of("SOL-USDT");
    public static final InstrumentId ES = InstrumentId.of("ES-2027H");
    public static final InstrumentId MNQ = InstrumentId.of("MNQ-2027H");
    public static final InstrumentId HALO = InstrumentId.of("HALO");
    public static final InstrumentId NIMB = InstrumentId.of("NIMB");
    public static final InstrumentId ORCA = InstrumentId.of("ORCA");
    public static final InstrumentId VOLT = InstrumentId.of("VOLT");
    public static final InstrumentId SX40 = InstrumentId.of("SX40");

    private static final long MARCH_2027_NANOS = 1_805_414_400L * 1_000_000_000L;
    private static final FeeSchedule SPOT_FEES = new FeeSchedule(200, 500, 0, FeeSchedule.FeeCurrency.BASE_WHEN_BUYING);
    private static final FeeSchedule SHARE_FEES = FeeSchedule.perLot(500_000);
    private static final FeeSchedule FUTURE_FEES = FeeSchedule.perLot(125_000_000);

    public static final InstrumentCatalog CATALOG = new InstrumentCatalog(List.<Instrument>of(
            new SpotPair(BTC, "Bitcoin", Currency.BTC, Currency.USDT, TradingRules.of("0.10", "0.00001"), SPOT_FEES),
            new SpotPair(ETH, "Ether", Currency.ETH, Currency.USDT, TradingRules.of("0.01", "0.0001"), SPOT_FEES),
            new SpotPair(SOL, "Solana", Currency.SOL, Currency.USDT, TradingRules.of("0.01", "0.001"), SPOT_FEES),
            new Future(
                    ES,
                    "E-mini index March 2027",
                    Currency.USD,
                    TradingRules.of("0.25", "1"),
                    FUTURE_FEES,
                    50,
                    MARCH_2027_NANOS),
            new Future(
                    MNQ,
                    "Micro technology index March 2027",
                    Currency.USD,
                    TradingRules.of("0.25", "1"),
                    FUTURE_FEES,
                    2,
                    MARCH_2027_NANOS),
            new Equity(HALO, "Halo Optics", Currency.USD, TradingRules.of("0.01", "1"), SHARE_FEES),
            new Equity(NIMB, "Nimbus Cloud", Currency.USD, TradingRules.of("0.01", "1"), SHARE_FEES),
            new Equity(ORCA, "Orca Shipping", Currency.USD, TradingRules.of("0.01", "1"), SHARE_FEES),
            new Equity(VOLT, "Volt Motors", Currency.USD, TradingRules.of("0.01", "1"), SHARE_FEES),
            new Index(SX40, "Sextant 40", Currency.USD, TradingRules.of("0.01", "1"))));

    private static final Map<InstrumentId, Double> START_PRICES = Map.of(
            BTC, 64_250.0, ETH, 3_180.0, SOL, 148.5, ES, 6_105.25, MNQ, 21_480.0, HALO, 84.3, NIMB, 212.75, ORCA, 37.42,
            VOLT, 155.9, SX40, 4_812.6);

    private FakeInstruments() {}

    static double startPrice(InstrumentId id) {
        return START_PRICES.get(id);
    }
}
