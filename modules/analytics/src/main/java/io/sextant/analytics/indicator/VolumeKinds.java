package io.sextant.analytics.indicator;

import io.sextant.analytics.indicator.IndicatorKind.Place;
import java.util.List;

/** What volume says of moves. */
final class VolumeKinds {

    static final List<IndicatorKind> ALL = List.of(
            new IndicatorKind("obv", Place.BELOW, List.of("obv"), List.of(), p -> new OnBalanceVolume(), p -> 1),
            new IndicatorKind("ad", Place.BELOW, List.of("ad"), List.of(), p -> AccumulationLine.line(), p -> 1),
            new IndicatorKind(
                    "adosc",
                    Place.BELOW,
                    List.of("adosc"),
                    List.of(Parameter.bars("fast", 3), Parameter.bars("slow", 10)),
                    p -> AccumulationLine.oscillator((int) p[0], (int) p[1]),
                    p -> (int) Math.max(p[0], p[1])),
            new IndicatorKind(
                    "cmf",
                    Place.BELOW,
                    List.of("cmf"),
                    List.of(Parameter.bars("length", 20)),
                    p -> new ChaikinMoneyFlow(new RollingSum((int) p[0]), new RollingSum((int) p[0])),
                    p -> (int) p[0]),
            new IndicatorKind(
                    "mfi",
                    Place.BELOW,
                    List.of("mfi"),
                    List.of(Parameter.bars("length", 14)),
                    p -> new MoneyFlow((int) p[0]),
                    p -> (int) p[0] + 1),
            new IndicatorKind(
                    "force",
                    Place.BELOW,
                    List.of("force"),
                    List.of(Parameter.bars("length", 13)),
                    p -> new CloseMove(CloseMove.As.FORCE, ExponentialMean.of((int) p[0])),
                    p -> (int) p[0] + 1),
            new IndicatorKind(
                    "pvt",
                    Place.BELOW,
                    List.of("pvt"),
                    List.of(),
                    p -> new CloseMove(CloseMove.As.TREND, new RollingMean(1)),
                    p -> 1),
            new IndicatorKind(
                    "nvi",
                    Place.BELOW,
                    List.of("nvi"),
                    List.of(),
                    p -> new CloseMove(CloseMove.As.QUIET, new RollingMean(1)),
                    p -> 1),
            new IndicatorKind(
                    "pvi",
                    Place.BELOW,
                    List.of("pvi"),
                    List.of(),
                    p -> new CloseMove(CloseMove.As.LOUD, new RollingMean(1)),
                    p -> 1),
            new IndicatorKind(
                    "vosc",
                    Place.BELOW,
                    List.of("vosc"),
                    List.of(Parameter.bars("fast", 5), Parameter.bars("slow", 10)),
                    p -> new PercentOscillator(
                            Source.VOLUME, new RollingMean((int) p[0]), new RollingMean((int) p[1]), true),
                    p -> (int) Math.max(p[0], p[1])));

    private VolumeKinds() {}
}
