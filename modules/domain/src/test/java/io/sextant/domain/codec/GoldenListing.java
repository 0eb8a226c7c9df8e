package io.sextant.domain.codec;

import io.sextant.domain.forecast.Attribution;
import io.sextant.domain.forecast.DriftGauge;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.passport.ControlReading;
import io.sextant.domain.passport.CostThen;
import io.sextant.domain.passport.ForecastThen;
import io.sextant.domain.passport.OrderPassport;
import io.sextant.domain.passport.RegimeThen;
import io.sextant.domain.passport.SizeThen;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.session.SessionTerms;
import java.util.List;
import java.util.Optional;

/** The terms of a desk whose venue takes no order below a value, and why an order was sent. */
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

    static final OrderPassport PASSPORT = new OrderPassport(
            new OrderId(42),
            List.of(
                    new ControlReading(RefusalCode.QUANTITY_LIMIT, "0.05", "2"),
                    new ControlReading(RefusalCode.NOTIONAL_LIMIT, "3212.53 USDT", "20000 USDT")),
            new CostThen(
                    Optional.of(Price.parse("64250.25")),
                    Optional.of(Price.parse("64250.5")),
                    Optional.of(Money.parse("1.29", Currency.USDT))),
            List.of(new ForecastThen(
                    Timeframe.H1,
                    "arima",
                    "arima-17",
                    "9f2c",
                    1_795_132_800_123_456_789L,
                    64_240.5,
                    63_900.25,
                    64_260,
                    64_610.75,
                    Verdict.NO_EVIDENCE,
                    412,
                    0.997,
                    0.31,
                    0.794,
                    0.2,
                    Optional.of(DriftGauge.Alarm.COVERAGE),
                    List.of(new Attribution("ar1", -0.12, 1.5)))),
            List.of(new RegimeThen(Timeframe.D1, RegimeName.RANGE, 0.83, 1_795_132_800_123_456_789L)),
            List.of(new SizeThen(1, 2, Quantity.parse("0.04"), false)));

    private GoldenListing() {}
}
