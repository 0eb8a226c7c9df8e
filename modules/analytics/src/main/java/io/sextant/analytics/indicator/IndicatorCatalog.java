package io.sextant.analytics.indicator;

import io.sextant.analytics.indicator.IndicatorKind.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The indicators there are. */
public final class IndicatorCatalog {

    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final int YEAR_HOURS = 24 * 366;

    private static final List<IndicatorKind> FIRST = List.of(
            new IndicatorKind(
                    "sma",
                    Place.ON_PRICES,
                    List.of("sma"),
                    List.of(Parameter.bars("length", 20)),
                    p -> new OnClose(new RollingMean((int) p[0])),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "ema",
                    Place.ON_PRICES,
                    List.of("ema"),
                    List.of(Parameter.bars("length", 20)),
                    p -> new OnClose(ExponentialMean.of((int) p[0])),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "bbands",
                    Place.ON_PRICES,
                    List.of("lower", "middle", "upper"),
                    List.of(Parameter.bars("length", 20), Parameter.factor("width", 2)),
                    p -> new BollingerBands(new RollingDeviation((int) p[0]), p[1]),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "vwap",
                    Place.ON_PRICES,
                    List.of("vwap"),
                    List.of(new Parameter("hours", 24, 1, YEAR_HOURS, true)),
                    p -> new VolumeWeightedPrice(((long) p[0]) * HOUR_NANOS),
                    p -> 1),
            new IndicatorKind(
                    "rsi",
                    Place.BELOW,
                    List.of("rsi"),
                    List.of(Parameter.bars("length", 14)),
                    p -> new RelativeStrength(ExponentialMean.wilder((int) p[0]), ExponentialMean.wilder((int) p[0])),
                    p -> (int) p[0] + 1),
            new IndicatorKind(
                    "macd",
                    Place.BELOW,
                    List.of("macd", "signal", "histogram"),
                    List.of(Parameter.bars("fast", 12), Parameter.bars("slow", 26), Parameter.bars("signal", 9)),
                    p -> new MovingAverageConvergence(
                            ExponentialMean.of((int) p[0]), ExponentialMean.of((int) p[1]), ExponentialMean.of((int)
                                    p[2])),
                    p -> (int) Math.max(p[0], p[1]) + (int) p[2] - 1),
            new IndicatorKind(
                    "atr",
                    Place.BELOW,
                    List.of("atr"),
                    List.of(Parameter.bars("length", 14)),
                    p -> new TrueRange(ExponentialMean.wilder((int) p[0])),
                    p -> (int) p[0] + 1));

    private static final List<IndicatorKind> ALL = Stream.of(
                    FIRST, TrendKinds.ALL, MomentumKinds.ALL, VolumeKinds.ALL, VolatilityKinds.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, IndicatorKind> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(IndicatorKind::code, kind -> kind));

    private IndicatorCatalog() {}

    public static List<IndicatorKind> all() {
        return ALL;
    }

    public static Optional<IndicatorKind> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
