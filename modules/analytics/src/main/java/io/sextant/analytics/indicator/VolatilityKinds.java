package io.sextant.analytics.indicator;

import io.sextant.analytics.indicator.IndicatorKind.Place;
import java.util.List;

/** How much prices scatter. */
final class VolatilityKinds {

    static final List<IndicatorKind> ALL = List.of(
            new IndicatorKind(
                    "tr", Place.BELOW, List.of("tr"), List.of(), p -> new TrueRange(new RollingMean(1)), p -> 2),
            new IndicatorKind(
                    "natr",
                    Place.BELOW,
                    List.of("natr"),
                    List.of(Parameter.bars("length", 14)),
                    p -> new RelativeRange(new TrueRange(ExponentialMean.wilder((int) p[0]))),
                    p -> (int) p[0] + 1),
            new IndicatorKind(
                    "stddev",
                    Place.BELOW,
                    List.of("stddev"),
                    List.of(Parameter.bars("length", 20)),
                    p -> new OnSource(Source.CLOSE, Spread.of((int) p[0], Spread.As.POPULATION_DEVIATION)),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "variance",
                    Place.BELOW,
                    List.of("variance"),
                    List.of(Parameter.bars("length", 20)),
                    p -> new OnSource(Source.CLOSE, Spread.of((int) p[0], Spread.As.POPULATION_VARIANCE)),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "zscore",
                    Place.BELOW,
                    List.of("zscore"),
                    List.of(Parameter.bars("length", 20)),
                    p -> new OnSource(Source.CLOSE, Spread.of((int) p[0], Spread.As.SCORE)),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "ulcer",
                    Place.BELOW,
                    List.of("ulcer"),
                    List.of(Parameter.bars("length", 14)),
                    p -> new OnSource(Source.CLOSE, UlcerIndex.of((int) p[0])),
                    p -> 2 * (int) p[0] - 1),
            new IndicatorKind(
                    "hv",
                    Place.BELOW,
                    List.of("hv"),
                    List.of(Parameter.bars("length", 10, 2), new Parameter("yearbars", 252, 1, 100_000_000, false)),
                    p -> new RangeVolatility(RangeVolatility.By.CLOSES, (int) p[0], p[1]),
                    p -> (int) p[0] + 1),
            new IndicatorKind(
                    "parkinson",
                    Place.BELOW,
                    List.of("parkinson"),
                    List.of(Parameter.bars("length", 10), new Parameter("yearbars", 252, 1, 100_000_000, false)),
                    p -> new RangeVolatility(RangeVolatility.By.PARKINSON, (int) p[0], p[1]),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "gk",
                    Place.BELOW,
                    List.of("gk"),
                    List.of(Parameter.bars("length", 10), new Parameter("yearbars", 252, 1, 100_000_000, false)),
                    p -> new RangeVolatility(RangeVolatility.By.GARMAN_KLASS, (int) p[0], p[1]),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "rs",
                    Place.BELOW,
                    List.of("rs"),
                    List.of(Parameter.bars("length", 10), new Parameter("yearbars", 252, 1, 100_000_000, false)),
                    p -> new RangeVolatility(RangeVolatility.By.ROGERS_SATCHELL, (int) p[0], p[1]),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "yz",
                    Place.BELOW,
                    List.of("yz"),
                    List.of(Parameter.bars("length", 10, 2), new Parameter("yearbars", 252, 1, 100_000_000, false)),
                    p -> new RangeVolatility(RangeVolatility.By.YANG_ZHANG, (int) p[0], p[1]),
                    p -> (int) p[0] + 1));

    private VolatilityKinds() {}
}
