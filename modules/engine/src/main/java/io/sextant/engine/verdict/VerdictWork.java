package io.sextant.engine.verdict;

import io.sextant.domain.fleet.Pieces;
import io.sextant.domain.fleet.Work;
import io.sextant.domain.fleet.WorkKind;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.fleet.Columns;
import io.sextant.engine.fleet.RunBytes;
import io.sextant.engine.fleet.StrategyParcel;
import io.sextant.engine.fleet.StrategyPieces;
import io.sextant.strategy.kind.Choice;
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
            StrategyParcel strategy = StrategyParcel.read(in);
            TestedBars bars = TestedBars.of(RunBytes.bars(in));
            BacktestTerms terms = RunBytes.terms(in);
            List<Choice> choices = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                choices.add(RunBytes.choice(in));
            }
            long seed = in.readLong();
            return new StrategyPieces(strategy, kind -> {
                VerdictRuns runs = new VerdictRuns(new StrategyOnBars(kind, terms), bars, choices, seed);
                return piece -> runs.run(Columns.read(piece, VerdictPiece::read), () -> {});
            });
        });
    }
}
