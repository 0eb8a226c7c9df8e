package io.sextant.engine.verdict;

import io.sextant.domain.fleet.Pieces;
import io.sextant.domain.fleet.Work;
import io.sextant.domain.fleet.WorkKind;
import io.sextant.engine.fleet.Columns;
import io.sextant.engine.fleet.RunBytes;
import io.sextant.engine.fleet.StrategyParcel;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import java.util.ArrayList;
import java.util.List;

/** The runs of an examination that know nothing of each other. */
public final class VerdictWork implements WorkKind {

    private static final String NAME = "verdict";

    static Work of(
            StrategyParcel strategy, StrategyOnBars candidate, TestedBars bars, List<Choice> choices, long seed) {
        return new Work(NAME, Columns.bytes(out -> {
            strategy.write(out);
            RunBytes.write(out, bars.priced());
            RunBytes.write(out, candidate.terms());
            out.writeInt(choices.size());
            for (Choice each : choices) {
                RunBytes.write(out, each);
            }
            out.writeLong(seed);
        }));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Pieces open(byte[] work) {
        return Columns.read(work, in -> {
            StrategyKind kind = StrategyParcel.read(in).open();
            TestedBars bars = TestedBars.of(RunBytes.bars(in));
            StrategyOnBars candidate = new StrategyOnBars(kind, RunBytes.terms(in));
            List<Choice> choices = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                choices.add(RunBytes.choice(in));
            }
            VerdictRuns runs = new VerdictRuns(candidate, bars, choices, in.readLong());
            return piece -> {
                double[] came = runs.run(Columns.read(piece, VerdictPiece::read), () -> {});
                StrategyParcel.checkItWentThrough(kind);
                return came;
            };
        });
    }
}
