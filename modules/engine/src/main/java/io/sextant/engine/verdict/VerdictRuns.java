package io.sextant.engine.verdict;

import io.sextant.analytics.luck.SharpeEvidence;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.verdict.Candidate.Costs;
import io.sextant.strategy.kind.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the runs of an examination, from any thread; what comes of one depends on the seed and on its own number alone. */
final class VerdictRuns {

    static final int STARTS = 10;
    static final long LUCK = 1_000_000;
    private static final double BLOCK_BARS = 50;
    private static final long ALIKE = 2_000_000;

    private final Candidate candidate;
    private final TestedBars bars;
    private final List<Choice> choices;
    private final long seed;
    private final int from;
    private final OtherMarkets others;
    private final List<TestedBars> later;
    private Candidate.@Nullable Runner onOwnBars;

    VerdictRuns(Candidate candidate, TestedBars bars, List<Choice> choices, long seed) {
        this.candidate = candidate;
        this.bars = bars;
        this.choices = List.copyOf(choices);
        this.seed = seed;
        from = TrialTable.from(candidate, bars, choices);
        others = new OtherMarkets(bars);
        int size = bars.size();
        // Of what is listed no more then, no run can begin.
        later = IntStream.rangeClosed(1, STARTS)
                .mapToObj(i -> bars.between(Math.toIntExact((long) size * i / (2 * STARTS)), size))
                .flatMap(Optional::stream)
                .toList();
    }

    int starts() {
        return later.size();
    }

    /** How many runs over bars a piece is. */
    int runs(VerdictPiece piece) {
        return piece instanceof VerdictPiece.World ? choices.size() : 1;
    }

    /** @param ran hears of each run, and may stop the rest of them */
    double[] run(VerdictPiece piece, Runnable ran) {
        return switch (piece) {
            case VerdictPiece.Row row -> {
                double[] line = TrialTable.line(onOwnBars().run(row.choice()), from);
                ran.run();
                yield line;
            }
            case VerdictPiece.World world -> new double[] {best(world.number(), ran)};
            case VerdictPiece.Alike alike -> {
                TestedBars other = others.alike(BLOCK_BARS, SeededRandom.stream(seed, ALIKE + alike.number()));
                yield one(compared(candidate.run(other, alike.chosen(), Costs.AS_THEY_ARE)), ran);
            }
            case VerdictPiece.Start start -> one(sharpe(later.get(start.number()), start.chosen()), ran);
            case VerdictPiece.Moved moved -> one(sharpe(bars, moved.choice()), ran);
        };
    }

    private synchronized Candidate.Runner onOwnBars() {
        Candidate.Runner made = onOwnBars;
        if (made == null) {
            made = candidate.on(bars, Costs.AS_THEY_ARE);
            onOwnBars = made;
        }
        return made;
    }

    private static double[] one(double sharpe, Runnable ran) {
        ran.run();
        return new double[] {sharpe};
    }

    private double best(int world, Runnable ran) {
        TestedBars other = others.withoutMemory(SeededRandom.stream(seed, LUCK + world));
        Candidate.Runner runner = candidate.on(other, Costs.AS_THEY_ARE);
        double highest = Double.NEGATIVE_INFINITY;
        for (Choice each : choices) {
            highest = Math.max(highest, compared(runner.run(each)));
            ran.run();
        }
        return highest;
    }

    /** Over the bars that all choices are compared over. */
    double compared(Passage run) {
        double[] returns = run.returns();
        return SharpeEvidence.sharpe(Arrays.copyOfRange(returns, Math.min(from, returns.length), returns.length))
                * Math.sqrt(TrialTable.barsAYear(bars));
    }

    private double sharpe(TestedBars other, Choice choice) {
        double[] returns = candidate.run(other, choice, Costs.AS_THEY_ARE).returns();
        int warm = TrialTable.from(candidate, other, List.of(choice));
        return SharpeEvidence.sharpe(Arrays.copyOfRange(returns, Math.min(warm, returns.length), returns.length))
                * Math.sqrt(TrialTable.barsAYear(other));
    }
}
