package io.sextant.ui.exits;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.Trail;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.ExitStop;
import io.sextant.ui.exits.ExitsEntry.Gap;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.parts.Typed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Adds the fields of the exits up for an entry on one side around one price, to the first thing that stands in their way. */
public final class ExitsReading {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MINUTE_NANOS = BigDecimal.valueOf(60_000_000_000L);
    private static final BigDecimal LONGEST_NANOS = BigDecimal.valueOf(Long.MAX_VALUE / 4);
    private static final BigDecimal MOST_BPS = BigDecimal.valueOf(9_999);
    private static final BigDecimal MOST_BARS = BigDecimal.valueOf(ExitStop.LONGEST_AVERAGE);

    private final ExitsModel model;
    private final Instrument instrument;
    private final Side side;
    private final Optional<Price> around;
    private final Figures figures;
    private Optional<ExitsEntry> problem = Optional.empty();

    private ExitsReading(ExitsModel model, Instrument instrument, Side side, Optional<Price> around, Figures figures) {
        this.model = model;
        this.instrument = instrument;
        this.side = side;
        this.around = around.filter(instrument::isOnTick);
        this.figures = figures;
    }

    /** {@code around} is where the position begins: the price of the entry, else the market's. */
    public static ExitsEntry read(
            ExitsModel model, Instrument instrument, Side side, Optional<Price> around, Figures figures) {
        return model.wanted().get()
                ? new ExitsReading(model, instrument, side, around, figures).read()
                : new ExitsEntry.None();
    }

    private ExitsEntry read() {
        StopKind kind = model.stopKind().get();
        Optional<Price> target = model.target().get().isBlank()
                ? Optional.empty()
                : place(model.target().get(), model.targetMeasure().get(), side.sign(), Gap.TARGET);
        Optional<ExitStop> stop = stop(kind);
        boolean evens = kind.canBreakEven() && !model.breakEven().get().isBlank();
        Optional<Price> even = evens
                ? distance(model.breakEven().get(), model.breakEvenMeasure().get(), Gap.BREAK_EVEN)
                : Optional.empty();
        Optional<Long> nanos = model.minutes().get().isBlank() ? Optional.empty() : nanos();
        if (problem.isPresent()) {
            return problem.get();
        }
        if (target.isEmpty() && stop.isEmpty() && nanos.isEmpty()) {
            return new ExitsEntry.Incomplete(Gap.NOTHING);
        }
        return new ExitsEntry.Ready(
                new BracketExits(target.orElse(null), stop.orElse(null), nanos.orElse(0L), even.orElse(null)));
    }

    private Optional<ExitStop> stop(StopKind kind) {
        return switch (kind) {
            case NONE -> Optional.empty();
            case FIXED ->
                place(model.stop().get(), model.stopMeasure().get(), -side.sign(), Gap.STOP)
                        .map(ExitStop.Fixed::new);
            case TRAILING -> trail().map(ExitStop.Trailing::new);
            case ATR ->
                length().flatMap(bars -> multiple()
                        .map(times -> new ExitStop.Atr(model.timeframe().get(), bars, times)));
            case CHANDELIER ->
                length().flatMap(bars -> multiple()
                        .map(times -> new ExitStop.Chandelier(model.timeframe().get(), bars, times)));
        };
    }

    /** A price as typed, or so far from the entry on the side of {@code sign}. */
    private Optional<Price> place(String typed, Measure measure, int sign, Gap gap) {
        return switch (measure) {
            case PRICE -> priceOnTick(typed, gap);
            case DISTANCE, PERCENT ->
                distance(typed, measure, gap)
                        .flatMap(away ->
                                entryTicks().flatMap(from -> atTicks(from + sign * instrument.ticksOf(away), gap)));
        };
    }

    private Optional<Price> atTicks(long ticks, Gap gap) {
        return ticks > 0 ? Optional.of(instrument.priceOf(ticks)) : missing(gap);
    }

    /** Money as typed, or that share of the entry's price to the nearest tick and at least one. */
    private Optional<Price> distance(String typed, Measure measure, Gap gap) {
        return switch (measure) {
            case PRICE, DISTANCE -> priceOnTick(typed, gap);
            case PERCENT ->
                number(typed, HUNDRED, gap)
                        .filter(percent -> percent.compareTo(HUNDRED) < 0)
                        .flatMap(percent -> entryTicks()
                                .map(from -> BigDecimal.valueOf(from)
                                        .multiply(percent)
                                        .divide(HUNDRED, 0, RoundingMode.HALF_UP)))
                        .map(ticks -> instrument.priceOf(Math.max(1, ticks.longValueExact())))
                        .or(() -> missing(gap));
        };
    }

    private Optional<Trail> trail() {
        String typed = model.trail().get();
        return switch (model.trailMeasure().get()) {
            case PRICE, DISTANCE -> priceOnTick(typed, Gap.TRAIL).map(Trail.ByAmount::new);
            case PERCENT ->
                number(typed, HUNDRED, Gap.TRAIL)
                        .map(percent -> percent.multiply(HUNDRED).setScale(0, RoundingMode.HALF_UP))
                        .filter(bps -> bps.signum() > 0 && bps.compareTo(MOST_BPS) <= 0)
                        .<Trail>map(bps -> new Trail.ByShare(bps.intValueExact()))
                        .or(() -> missing(Gap.TRAIL));
        };
    }

    private Optional<Integer> length() {
        return number(model.length().get(), MOST_BARS, Gap.RANGES)
                .filter(bars -> bars.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::intValueExact)
                .or(() -> missing(Gap.RANGES));
    }

    private Optional<Double> multiple() {
        return number(model.multiple().get(), HUNDRED, Gap.RANGES).map(BigDecimal::doubleValue);
    }

    private Optional<Long> nanos() {
        return number(model.minutes().get(), LONGEST_NANOS.divide(MINUTE_NANOS, 0, RoundingMode.DOWN), Gap.TIME)
                .map(minutes -> minutes.multiply(MINUTE_NANOS)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    /** Above zero and at most {@code most}. */
    private Optional<BigDecimal> number(String typed, BigDecimal most, Gap gap) {
        return Typed.number(typed, figures)
                .filter(number -> number.signum() > 0 && number.compareTo(most) <= 0)
                .or(() -> missing(gap));
    }

    private Optional<Price> priceOnTick(String typed, Gap gap) {
        Optional<Price> price = Typed.price(typed, figures).filter(Price::isPositive);
        if (price.isEmpty()) {
            return missing(gap);
        }
        if (!instrument.isOnTick(price.get())) {
            return stopped(new ExitsEntry.Refused(Refusal.of(
                    RefusalCode.OFF_TICK, price.get(), instrument.rules().tick())));
        }
        return price;
    }

    private Optional<Long> entryTicks() {
        return around.map(instrument::ticksOf).or(() -> missing(Gap.NO_PRICE));
    }

    private <T> Optional<T> missing(Gap gap) {
        return stopped(new ExitsEntry.Incomplete(gap));
    }

    /** Only the first problem is told. */
    private <T> Optional<T> stopped(ExitsEntry why) {
        problem = problem.or(() -> Optional.of(why));
        return Optional.empty();
    }
}
