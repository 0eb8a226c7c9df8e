package io.sextant.domain.codec;

import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.FeeSchedule.FeeCurrency;
import io.sextant.domain.instrument.Future;
import io.sextant.domain.instrument.Index;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.Option;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import java.util.Random;

/** Random instruments of every kind. */
final class InstrumentArbitraries {

    private final RecordArbitraries draw;
    private final Random random;

    InstrumentArbitraries(RecordArbitraries draw, Random random) {
        this.draw = draw;
        this.random = random;
    }

    Instrument instrument(InstrumentId id) {
        TradingRules rules = new TradingRules(
                Price.of(1 + random.nextInt(25), random.nextInt(3)),
                Quantity.of(1, random.nextInt(2)),
                Quantity.of(1 + random.nextInt(9), 0),
                random.nextBoolean() ? Quantity.ZERO : Quantity.of(1 + random.nextInt(900), random.nextInt(4)));
        FeeSchedule fees = new FeeSchedule(
                random.nextInt(-500, 500), random.nextInt(1_000), random.nextInt(1_000), FeeCurrency.QUOTE);
        FeeSchedule spotFees = random.nextBoolean() ? fees : new FeeSchedule(-10, 20, 0, FeeCurrency.BASE_WHEN_BUYING);
        long expiry = 1 + random.nextLong(Long.MAX_VALUE - 1);
        Currency quote = draw.any(RecordArbitraries.CURRENCIES.subList(0, 3));
        return switch (random.nextInt(5)) {
            case 0 -> new SpotPair(id, draw.text(), Currency.BTC, quote, rules, spotFees);
            case 1 -> new Equity(id, draw.text(), quote, rules, fees);
            case 2 -> new Index(id, draw.text(), quote, rules);
            case 3 -> new Future(id, draw.text(), quote, rules, fees, 1 + random.nextInt(100), expiry);
            default ->
                new Option(
                        id,
                        draw.text(),
                        quote,
                        rules,
                        fees,
                        100,
                        draw.instrumentId(),
                        draw.any(Option.Right.values()),
                        draw.any(Option.Exercise.values()),
                        Price.of(1 + random.nextLong(1_000_000), 2),
                        expiry);
        };
    }
}
