package io.sextant.analytics.indicator;

import io.sextant.analytics.indicator.IndicatorKind.Place;
import java.util.List;

/** Means of prices and lines drawn on them. */
final class TrendKinds {

    static final List<IndicatorKind> ALL = List.of(
            new IndicatorKind(
                    "wma",
                    Place.ON_PRICES,
                    List.of("wma"),
                    List.of(Parameter.bars("length", 20)),
                    p -> new OnSource(Source.CLOSE, new WeightedMean((int) p[0])),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "dema",
                    Place.ON_PRICES,
                    List.of("dema"),
                    List.of(Parameter.bars("length", 20)),
                    p -> new OnSource(Source.CLOSE, StagedExponentials.of((int) p[0], 2, -1)),
                    p -> 2 * (int) p[0] - 1),
            new IndicatorKind(
                    "tema",
                    Place.ON_PRICES,
                    List.of("tema"),
                    List.of(Parameter.bars("length", 20)),
                    p -> new OnSource(Source.CLOSE, StagedExponentials.of((int) p[0], 3, -3, 1)),
                    p -> 3 * (int) p[0] - 2),
            new IndicatorKind(
                    "t3",
                    Place.ON_PRICES,
                    List.of("t3"),
                    List.of(Parameter.bars("length", 5), new Parameter("factor", 0.7, 0, 1, false)),
                    p -> new OnSource(Source.CLOSE, StagedExponentials.tillson((int) p[0], p[1])),
                    p -> 6 * (int) p[0] - 5),
            new IndicatorKind(
                    "hma",
                    Place.ON_PRICES,
                    List.of("hma"),
                    List.of(Parameter.bars("length", 16)),
                    p -> new OnSource(Source.CLOSE, HullMean.of((int) p[0])),
                    p -> (int) p[0] + HullMean.root((int) p[0]) - 1),
            new IndicatorKind(
                    "kama",
                    Place.ON_PRICES,
                    List.of("kama"),
                    List.of(Parameter.bars("length", 10), Parameter.bars("fast", 2), Parameter.bars("slow", 30)),
                    p -> new OnSource(Source.CLOSE, new KaufmanMean((int) p[0], (int) p[1], (int) p[2])),
                    p -> (int) p[0] + 1),
            new IndicatorKind(
                    "alma",
                    Place.ON_PRICES,
                    List.of("alma"),
                    List.of(
                            Parameter.bars("length", 9),
                            new Parameter("offset", 0.85, 0, 1, false),
                            new Parameter("sigma", 6, 0.1, 100, false)),
                    p -> new OnSource(Source.CLOSE, ArnaudLegouxMean.of((int) p[0], p[1], p[2])),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "smma",
                    Place.ON_PRICES,
                    List.of("smma"),
                    List.of(Parameter.bars("length", 20)),
                    p -> new OnSource(Source.CLOSE, ExponentialMean.wilder((int) p[0])),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "trima",
                    Place.ON_PRICES,
                    List.of("trima"),
                    List.of(Parameter.bars("length", 20, 2)),
                    p -> new OnSource(Source.CLOSE, Chained.triangular((int) p[0])),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "zlema",
                    Place.ON_PRICES,
                    List.of("zlema"),
                    List.of(Parameter.bars("length", 20)),
                    p -> new OnSource(Source.CLOSE, ZeroLagMean.of((int) p[0])),
                    p -> (int) p[0] + ZeroLagMean.lag((int) p[0])),
            new IndicatorKind(
                    "vwma",
                    Place.ON_PRICES,
                    List.of("vwma"),
                    List.of(Parameter.bars("length", 20)),
                    p -> VolumeWeightedMean.of(Source.CLOSE, (int) p[0]),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "rvwap",
                    Place.ON_PRICES,
                    List.of("rvwap"),
                    List.of(Parameter.bars("length", 20)),
                    p -> VolumeWeightedMean.of(Source.TYPICAL, (int) p[0]),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "linreg",
                    Place.ON_PRICES,
                    List.of("linreg"),
                    List.of(Parameter.bars("length", 14, 2)),
                    p -> new OnSource(Source.CLOSE, new RollingRegression((int) p[0], RollingRegression.Output.END)),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "tsf",
                    Place.ON_PRICES,
                    List.of("tsf"),
                    List.of(Parameter.bars("length", 14, 2)),
                    p -> new OnSource(Source.CLOSE, new RollingRegression((int) p[0], RollingRegression.Output.NEXT)),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "keltner",
                    Place.ON_PRICES,
                    List.of("lower", "middle", "upper"),
                    List.of(
                            Parameter.bars("length", 20),
                            Parameter.bars("range", 10),
                            new Parameter("width", 2, 0.01, 100, false)),
                    p -> new Channel(
                            ExponentialMean.of((int) p[0]), new TrueRange(ExponentialMean.wilder((int) p[1])), p[2]),
                    p -> Math.max((int) p[0], (int) p[1] + 1)),
            new IndicatorKind(
                    "donchian",
                    Place.ON_PRICES,
                    List.of("lower", "middle", "upper"),
                    List.of(Parameter.bars("length", 20)),
                    p -> Donchian.of((int) p[0]),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "psar",
                    Place.ON_PRICES,
                    List.of("psar"),
                    List.of(
                            new Parameter("step", 0.02, 0.0001, 10, false),
                            new Parameter("most", 0.2, 0.0001, 10, false)),
                    p -> new ParabolicStop(p[0], p[1]),
                    p -> 2),
            new IndicatorKind(
                    "supertrend",
                    Place.ON_PRICES,
                    List.of("supertrend"),
                    List.of(Parameter.bars("length", 10), new Parameter("width", 3, 0.01, 100, false)),
                    p -> new SuperTrend(new TrueRange(ExponentialMean.wilder((int) p[0])), p[1]),
                    p -> (int) p[0] + 1),
            new IndicatorKind(
                    "ichimoku",
                    Place.ON_PRICES,
                    List.of("conversion", "base", "cloud_a", "cloud_b"),
                    List.of(Parameter.bars("conversion", 9), Parameter.bars("base", 26), Parameter.bars("cloud", 52)),
                    p -> Ichimoku.of((int) p[0], (int) p[1], (int) p[2]),
                    p -> (int) Math.max(p[0], Math.max(p[1], p[2]))),
            new IndicatorKind(
                    "chandelier",
                    Place.ON_PRICES,
                    List.of("long", "short"),
                    List.of(Parameter.bars("length", 22), new Parameter("width", 3, 0.01, 100, false)),
                    p -> new Chandelier(
                            RollingExtreme.highest((int) p[0]),
                            RollingExtreme.lowest((int) p[0]),
                            new TrueRange(ExponentialMean.wilder((int) p[0])),
                            p[1]),
                    p -> (int) p[0] + 1),
            new IndicatorKind(
                    "heikinashi",
                    Place.ON_PRICES,
                    List.of("open", "high", "low", "close"),
                    List.of(),
                    p -> new HeikinAshi(),
                    p -> 1),
            new IndicatorKind(
                    "hl2",
                    Place.ON_PRICES,
                    List.of("hl2"),
                    List.of(),
                    p -> new OnSource(Source.MEDIAN, new RollingMean(1)),
                    p -> 1),
            new IndicatorKind(
                    "hlc3",
                    Place.ON_PRICES,
                    List.of("hlc3"),
                    List.of(),
                    p -> new OnSource(Source.TYPICAL, new RollingMean(1)),
                    p -> 1),
            new IndicatorKind(
                    "hlcc4",
                    Place.ON_PRICES,
                    List.of("hlcc4"),
                    List.of(),
                    p -> new OnSource(Source.WEIGHTED, new RollingMean(1)),
                    p -> 1),
            new IndicatorKind(
                    "ohlc4",
                    Place.ON_PRICES,
                    List.of("ohlc4"),
                    List.of(),
                    p -> new OnSource(Source.AVERAGE, new RollingMean(1)),
                    p -> 1));

    private TrendKinds() {}
}
