package io.sextant.analytics.indicator;

import io.sextant.analytics.indicator.IndicatorKind.Place;
import java.util.List;

/** Oscillators: how fast, how far and how straight prices go. */
final class MomentumKinds {

    static final List<IndicatorKind> ALL = List.of(
            new IndicatorKind(
                    "ppo",
                    Place.BELOW,
                    List.of("ppo"),
                    List.of(Parameter.bars("fast", 12), Parameter.bars("slow", 26)),
                    p -> new PercentOscillator(
                            Source.CLOSE, ExponentialMean.of((int) p[0]), ExponentialMean.of((int) p[1]), true),
                    p -> (int) Math.max(p[0], p[1])),
            new IndicatorKind(
                    "apo",
                    Place.BELOW,
                    List.of("apo"),
                    List.of(Parameter.bars("fast", 12), Parameter.bars("slow", 26)),
                    p -> new PercentOscillator(
                            Source.CLOSE, ExponentialMean.of((int) p[0]), ExponentialMean.of((int) p[1]), false),
                    p -> (int) Math.max(p[0], p[1])),
            new IndicatorKind(
                    "ao",
                    Place.BELOW,
                    List.of("ao"),
                    List.of(Parameter.bars("fast", 5), Parameter.bars("slow", 34)),
                    p -> new PercentOscillator(
                            Source.MEDIAN, new RollingMean((int) p[0]), new RollingMean((int) p[1]), false),
                    p -> (int) Math.max(p[0], p[1])),
            new IndicatorKind(
                    "stoch",
                    Place.BELOW,
                    List.of("k", "d"),
                    List.of(Parameter.bars("length", 14), Parameter.bars("smooth", 3), Parameter.bars("signal", 3)),
                    p -> new Stochastic(
                            RollingExtreme.highest((int) p[0]),
                            RollingExtreme.lowest((int) p[0]),
                            new RollingMean((int) p[1]),
                            new RollingMean((int) p[2])),
                    p -> (int) (p[0] + p[1] + p[2]) - 2),
            new IndicatorKind(
                    "stochrsi",
                    Place.BELOW,
                    List.of("k", "d"),
                    List.of(
                            Parameter.bars("length", 14),
                            Parameter.bars("range", 14),
                            Parameter.bars("smooth", 3),
                            Parameter.bars("signal", 3)),
                    p -> new StochasticOfStrength(
                            RelativeStrengthOf.wilder((int) p[0]),
                            RollingExtreme.highest((int) p[1]),
                            RollingExtreme.lowest((int) p[1]),
                            new RollingMean((int) p[2]),
                            new RollingMean((int) p[3])),
                    p -> (int) (p[0] + p[1] + p[2] + p[3]) - 2),
            new IndicatorKind(
                    "smi",
                    Place.BELOW,
                    List.of("smi", "signal"),
                    List.of(
                            Parameter.bars("length", 13),
                            Parameter.bars("once", 25),
                            Parameter.bars("twice", 2),
                            Parameter.bars("signal", 3)),
                    p -> new StochasticMomentum(
                            RollingExtreme.highest((int) p[0]),
                            RollingExtreme.lowest((int) p[0]),
                            twice((int) p[1], (int) p[2]),
                            twice((int) p[1], (int) p[2]),
                            ExponentialMean.of((int) p[3])),
                    p -> (int) (p[0] + p[1] + p[2] + p[3]) - 3),
            new IndicatorKind(
                    "tsi",
                    Place.BELOW,
                    List.of("tsi", "signal"),
                    List.of(Parameter.bars("once", 25), Parameter.bars("twice", 13), Parameter.bars("signal", 7)),
                    p -> new TrueStrength(
                            twice((int) p[0], (int) p[1]), twice((int) p[0], (int) p[1]), ExponentialMean.of((int)
                                    p[2])),
                    p -> (int) (p[0] + p[1] + p[2]) - 1),
            new IndicatorKind(
                    "willr",
                    Place.BELOW,
                    List.of("willr"),
                    List.of(Parameter.bars("length", 14)),
                    p -> new WilliamsRange(RollingExtreme.highest((int) p[0]), RollingExtreme.lowest((int) p[0])),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "cci",
                    Place.BELOW,
                    List.of("cci"),
                    List.of(Parameter.bars("length", 20)),
                    p -> new CommodityChannel(new Recent((int) p[0]), new RollingMean((int) p[0])),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "roc",
                    Place.BELOW,
                    List.of("roc"),
                    List.of(Parameter.bars("length", 10)),
                    p -> new OnSource(Source.CLOSE, Change.over((int) p[0], Change.As.PERCENT)),
                    p -> (int) p[0] + 1),
            new IndicatorKind(
                    "mom",
                    Place.BELOW,
                    List.of("mom"),
                    List.of(Parameter.bars("length", 10)),
                    p -> new OnSource(Source.CLOSE, Change.over((int) p[0], Change.As.DIFFERENCE)),
                    p -> (int) p[0] + 1),
            new IndicatorKind(
                    "logret",
                    Place.BELOW,
                    List.of("logret"),
                    List.of(Parameter.bars("length", 1)),
                    p -> new OnSource(Source.CLOSE, Change.over((int) p[0], Change.As.LOG_RATIO)),
                    p -> (int) p[0] + 1),
            new IndicatorKind(
                    "cmo",
                    Place.BELOW,
                    List.of("cmo"),
                    List.of(Parameter.bars("length", 14)),
                    p -> new OnSource(Source.CLOSE, new ChandeMomentum((int) p[0])),
                    p -> (int) p[0] + 1),
            new IndicatorKind(
                    "er",
                    Place.BELOW,
                    List.of("er"),
                    List.of(Parameter.bars("length", 10)),
                    p -> new OnSource(Source.CLOSE, new Efficiency((int) p[0])),
                    p -> (int) p[0] + 1),
            new IndicatorKind(
                    "adx",
                    Place.BELOW,
                    List.of("adx", "plus_di", "minus_di"),
                    List.of(Parameter.bars("length", 14)),
                    p -> DirectionalMovement.of((int) p[0]),
                    p -> 2 * (int) p[0]),
            new IndicatorKind(
                    "aroon",
                    Place.BELOW,
                    List.of("up", "down", "oscillator"),
                    List.of(Parameter.bars("length", 25)),
                    p -> Aroon.of((int) p[0]),
                    p -> (int) p[0] + 1),
            new IndicatorKind(
                    "trix",
                    Place.BELOW,
                    List.of("trix"),
                    List.of(Parameter.bars("length", 20)),
                    p -> new OnSource(
                            Source.CLOSE,
                            new Chained(StagedExponentials.of((int) p[0], 0, 0, 1), Change.over(1, Change.As.PERCENT))),
                    p -> 3 * (int) p[0] - 1),
            new IndicatorKind(
                    "uo",
                    Place.BELOW,
                    List.of("uo"),
                    List.of(Parameter.bars("short", 7), Parameter.bars("middle", 14), Parameter.bars("long", 28)),
                    p -> UltimateOscillator.of((int) p[0], (int) p[1], (int) p[2]),
                    p -> (int) Math.max(p[0], Math.max(p[1], p[2])) + 1),
            new IndicatorKind(
                    "vortex",
                    Place.BELOW,
                    List.of("plus", "minus"),
                    List.of(Parameter.bars("length", 14)),
                    p -> new RangeWindow(RangeWindow.As.VORTEX, (int) p[0]),
                    p -> (int) p[0] + 1),
            new IndicatorKind(
                    "chop",
                    Place.BELOW,
                    List.of("chop"),
                    List.of(Parameter.bars("length", 14, 2)),
                    p -> new RangeWindow(RangeWindow.As.CHOPPINESS, (int) p[0]),
                    p -> (int) p[0] + 1),
            new IndicatorKind(
                    "fisher",
                    Place.BELOW,
                    List.of("fisher", "trigger"),
                    List.of(Parameter.bars("length", 10)),
                    p -> new FisherTransform((int) p[0]),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "bop",
                    Place.BELOW,
                    List.of("bop"),
                    List.of(Parameter.bars("length", 14)),
                    p -> new BalanceOfPower(new RollingMean((int) p[0])),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "elder",
                    Place.BELOW,
                    List.of("bull", "bear"),
                    List.of(Parameter.bars("length", 13)),
                    p -> new ElderRay(ExponentialMean.of((int) p[0])),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "mass",
                    Place.BELOW,
                    List.of("mass"),
                    List.of(Parameter.bars("smooth", 9), Parameter.bars("length", 25)),
                    p -> MassIndex.of((int) p[0], (int) p[1]),
                    p -> (int) (2 * p[0] + p[1]) - 2),
            new IndicatorKind(
                    "slope",
                    Place.BELOW,
                    List.of("slope"),
                    List.of(Parameter.bars("length", 14, 2)),
                    p -> new OnSource(Source.CLOSE, new RollingRegression((int) p[0], RollingRegression.Output.SLOPE)),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "dpo",
                    Place.BELOW,
                    List.of("dpo"),
                    List.of(Parameter.bars("length", 20)),
                    p -> new OnSource(Source.CLOSE, Detrended.of((int) p[0])),
                    p -> Math.max((int) p[0], (int) p[0] / 2 + 2)),
            new IndicatorKind(
                    "coppock",
                    Place.BELOW,
                    List.of("coppock"),
                    List.of(Parameter.bars("long", 14), Parameter.bars("short", 11), Parameter.bars("smooth", 10)),
                    p -> new OnSource(
                            Source.CLOSE,
                            new Chained(
                                    new Summed(
                                            Change.over((int) p[0], Change.As.PERCENT),
                                            Change.over((int) p[1], Change.As.PERCENT)),
                                    new WeightedMean((int) p[2]))),
                    p -> (int) (Math.max(p[0], p[1]) + p[2])),
            new IndicatorKind(
                    "qstick",
                    Place.BELOW,
                    List.of("qstick"),
                    List.of(Parameter.bars("length", 8)),
                    p -> new OnSource(Source.BODY, new RollingMean((int) p[0])),
                    p -> (int) p[0]));

    private MomentumKinds() {}

    /** The exponential mean of an exponential mean. */
    private static Smoother twice(int once, int again) {
        return new Chained(ExponentialMean.of(once), ExponentialMean.of(again));
    }
}
