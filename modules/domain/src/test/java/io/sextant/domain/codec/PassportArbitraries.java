package io.sextant.domain.codec;

import io.sextant.domain.forecast.Attribution;
import io.sextant.domain.forecast.DriftGauge;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.passport.ControlReading;
import io.sextant.domain.passport.CostThen;
import io.sextant.domain.passport.ForecastThen;
import io.sextant.domain.passport.OrderPassport;
import io.sextant.domain.passport.RegimeThen;
import io.sextant.domain.passport.SizeThen;
import io.sextant.domain.regime.RegimeName;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Random passports of orders. */
final class PassportArbitraries {

    private final RecordArbitraries draw;
    private final Random random;

    PassportArbitraries(RecordArbitraries draw, Random random) {
        this.draw = draw;
        this.random = random;
    }

    OrderPassport passport() {
        return new OrderPassport(
                draw.orderId(),
                some(() -> new ControlReading(draw.any(RefusalCode.values()), draw.text(), draw.text())),
                new CostThen(maybe(draw::price), maybe(draw::price), maybe(draw::money)),
                some(this::forecast),
                some(() -> new RegimeThen(
                        draw.any(Timeframe.values()), draw.any(RegimeName.values()), number(), draw.number())),
                some(() -> new SizeThen(number(), number(), draw.someQuantity(), random.nextBoolean())));
    }

    private ForecastThen forecast() {
        return new ForecastThen(
                draw.any(Timeframe.values()),
                draw.text(),
                draw.text(),
                draw.text(),
                draw.number(),
                number(),
                number(),
                number(),
                number(),
                draw.any(Verdict.values()),
                random.nextInt(),
                number(),
                number(),
                number(),
                number(),
                maybe(() -> draw.any(DriftGauge.Alarm.values())),
                some(() -> new Attribution(draw.text(), number(), number())));
    }

    private double number() {
        return random.nextInt(9) == 0 ? Double.NaN : random.nextGaussian();
    }

    private <T> Optional<T> maybe(Supplier<T> make) {
        return random.nextBoolean() ? Optional.of(make.get()) : Optional.empty();
    }

    private <T> List<T> some(Supplier<T> make) {
        return Stream.generate(make).limit(random.nextInt(4)).toList();
    }
}
