package io.sextant.engine.verdict;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import java.util.Arrays;
import java.util.List;

/** A strategy whose one run is written down. */
final class RecordedKind implements StrategyKind {

    private final StrategyKind kind;
    private final double[] signals;

    RecordedKind(StrategyKind kind, int bars) {
        this.kind = kind;
        signals = new double[bars];
        Arrays.fill(signals, Double.NaN);
    }

    double[] signals() {
        return signals;
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public List<Parameter> parameters() {
        return kind.parameters();
    }

    @Override
    public Needs needs(Choice choice) {
        return kind.needs(choice);
    }

    @Override
    public StrategyRun begin(Choice choice) {
        return new RecordedSignals(kind.begin(choice), signals);
    }
}
