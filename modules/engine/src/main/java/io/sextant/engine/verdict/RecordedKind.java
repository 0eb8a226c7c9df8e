package io.sextant.engine.verdict;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A strategy whose one run is written down. */
final class RecordedKind implements StrategyKind {

    private final StrategyKind kind;
    private final int instruments;
    private final int rows;
    private @Nullable RecordedSignals recorded;

    RecordedKind(StrategyKind kind, TestedBars bars) {
        this.kind = kind;
        instruments = bars.instruments();
        rows = bars.size();
    }

    Signals signals() {
        return Objects.requireNonNull(recorded, "not run").signals();
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
        RecordedSignals begun = new RecordedSignals(kind.begin(choice), instruments, rows);
        recorded = begun;
        return begun;
    }
}
