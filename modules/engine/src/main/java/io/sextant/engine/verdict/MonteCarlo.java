package io.sextant.engine.verdict;

import io.sextant.analytics.luck.BlockLength;
import io.sextant.analytics.luck.DrawnOutcomes;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.verdict.Candidate.Costs;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What else could have come of it.
 *
 * @param trades the same trades in other orders
 * @param returns the bars' returns in blocks drawn again
 * @param luckyWorlds how many markets of the same bars in an order without memory it was run on
 * @param luckyShare how many of them, itself counted as one, showed the best of the choices a ratio as high as this one's; 1 where there
 *     was none to run on
 * @param luckyMedian the best choice's ratio a year in the middle one of them
 * @param alike ratios a year on markets of stretches of the same bars drawn again, sorted
 * @param starts ratios a year where it had begun later, the earliest first
 * @param jitter ratios a year with every number a little different
 * @param costs what is left under higher costs
 */
public record MonteCarlo(
        DrawnOutcomes trades,
        DrawnOutcomes returns,
        int luckyWorlds,
        double luckyShare,
        double luckyMedian,
        double[] alike,
        double[] starts,
        double[] jitter,
        List<CostStep> costs) {

    private static final int JITTERS = 20;
    private static final double JITTER_SHARE = 0.2;
    private static final int ALIKE_MAX = 100;
    private static final double MORE_SHARE = 0.0005;
    private static final long JITTER = 3_000_000;

    public MonteCarlo {
        costs = List.copyOf(costs);
    }

    /**
     * A run at higher costs.
     *
     * @param moreBps of the notional, a side, above what was charged, where nothing was charged that could be multiplied
     */
    public record CostStep(double times, double moreBps, double sharpeAYear, double returnShare) {}

    /** What is run again. */
    record Subject(Candidate candidate, TestedBars bars, List<Choice> choices, Choice chosen, Passage passage) {}

    static MonteCarlo of(Subject subject, VerdictRuns runs, ExaminationTerms terms, Crew crew) {
        TestedBars bars = subject.bars();
        double own = runs.compared(subject.passage());
        int lucky = worlds(terms, bars.count(), subject.choices().size());
        double[] best = sorted(crew.each(runs, pieces(lucky, VerdictPiece.World::new)));
        long reached = Arrays.stream(best).filter(each -> each >= own).count();
        double[] alike = sorted(crew.each(
                runs, pieces(alike(terms, bars.count()), w -> new VerdictPiece.Alike(w, subject.chosen()))));
        double[] returns = subject.passage().returns();
        SeededRandom random = SeededRandom.stream(terms.seed(), VerdictRuns.LUCK - 1);
        return new MonteCarlo(
                DrawnOutcomes.shuffled(growths(subject.passage()), terms.bootstraps(), random),
                DrawnOutcomes.redrawn(returns, BlockLength.of(returns), terms.bootstraps(), random),
                lucky,
                (reached + 1.0) / (lucky + 1.0),
                lucky == 0 ? Double.NaN : best[lucky / 2],
                alike,
                numbers(crew.each(runs, pieces(runs.starts(), i -> new VerdictPiece.Start(i, subject.chosen())))),
                sorted(crew.each(runs, jitter(subject, terms))),
                costs(subject, runs));
    }

    private static List<VerdictPiece> pieces(int count, IntFunction<VerdictPiece> piece) {
        return IntStream.range(0, count).mapToObj(piece).toList();
    }

    static int worlds(ExaminationTerms terms, long bars, int choices) {
        return (int) Math.min(terms.worlds(), terms.barsToRun() / (bars * choices));
    }

    private static int alike(ExaminationTerms terms, long bars) {
        return (int) Math.min(Math.min(ALIKE_MAX, terms.worlds()), terms.barsToRun() / bars);
    }

    /** Runs that are told of, beside those in other worlds. */
    static int runsBeside(ExaminationTerms terms, long bars) {
        return alike(terms, bars) + VerdictRuns.STARTS + JITTERS;
    }

    /** What each trade made of the account, as shares of the equity before it. */
    private static double[] growths(Passage passage) {
        double[] equity = passage.run().equity();
        return RoundTrip.of(passage.run()).stream()
                .mapToDouble(trade -> share(trade, equity))
                .toArray();
    }

    private static double share(RoundTrip trade, double[] equity) {
        double before = equity[Math.max(0, trade.entryRow() - 1)];
        return before > 0 ? Math.max(-1, trade.profit() / before) : 0;
    }

    private static List<VerdictPiece> jitter(Subject subject, ExaminationTerms terms) {
        List<Choice> moved = new ArrayList<>();
        SeededRandom random = SeededRandom.stream(terms.seed(), JITTER);
        for (int tries = 0; moved.size() < JITTERS && tries < 10 * JITTERS; tries++) {
            Map<String, Double> values = new LinkedHashMap<>(subject.chosen().values());
            for (Parameter each : subject.candidate().parameters()) {
                values.computeIfPresent(each.name(), (name, value) -> moved(each, value, random.nextDouble()));
            }
            Choice choice = new Choice(values);
            if (!choice.equals(subject.chosen()) && goesTogether(subject.candidate(), choice)) {
                moved.add(choice);
            }
        }
        return moved.stream().<VerdictPiece>map(VerdictPiece.Moved::new).toList();
    }

    private static double moved(Parameter parameter, double value, double chance) {
        if (parameter.unit() == Parameter.Unit.YES_OR_NO) {
            return value;
        }
        double by = (2 * chance - 1) * Math.max(parameter.step(), JITTER_SHARE * Math.abs(value));
        boolean whole = parameter.unit() == Parameter.Unit.BARS || parameter.unit() == Parameter.Unit.COUNT;
        double other = whole ? Math.rint(value + by) : value + by;
        return Math.clamp(other, parameter.lowest(), parameter.highest());
    }

    private static boolean goesTogether(Candidate candidate, Choice choice) {
        try {
            return candidate.warmUpBars(choice) >= 0;
        } catch (IllegalArgumentException cannotBe) {
            return false;
        }
    }

    /** Twice and three times what was charged; where nothing was, five and ten hundredths of a percent a side. */
    private static List<CostStep> costs(Subject subject, VerdictRuns runs) {
        double own = subject.passage().returnShare();
        boolean charged = subject.candidate()
                        .run(subject.bars(), subject.chosen(), new Costs(2, 0))
                        .returnShare()
                != own;
        List<CostStep> steps = new ArrayList<>();
        for (int more = 1; more <= 2; more++) {
            Costs costs = charged ? new Costs(1.0 + more, 0) : new Costs(1, more * MORE_SHARE);
            Passage run = subject.candidate().run(subject.bars(), subject.chosen(), costs);
            steps.add(new CostStep(costs.times(), costs.moreShare() * 1e4, runs.compared(run), run.returnShare()));
        }
        return steps;
    }

    private static double[] numbers(List<double[]> came) {
        return came.stream().mapToDouble(each -> each[0]).toArray();
    }

    private static double[] sorted(List<double[]> came) {
        double[] numbers = numbers(came);
        Arrays.sort(numbers);
        return numbers;
    }

    /** How many of the ratios are above nought; 1 where there is none. */
    static double positiveShare(double[] sharpes) {
        return sharpes.length == 0
                ? 1
                : (double) Arrays.stream(sharpes).filter(each -> each > 0).count() / sharpes.length;
    }

    public double startsPositive() {
        return positiveShare(starts);
    }

    public double alikePositive() {
        return positiveShare(alike);
    }

    /** NaN where no number could be moved. */
    public double jitterMedian() {
        return jitter.length == 0 ? Double.NaN : jitter[jitter.length / 2];
    }
}
