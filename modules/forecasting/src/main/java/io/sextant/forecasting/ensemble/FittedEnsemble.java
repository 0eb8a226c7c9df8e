package io.sextant.forecasting.ensemble;

import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Observation;
import io.sextant.forecasting.evaluation.QuantileScores;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Members that have learned, and the ledgers of how they do. */
final class FittedEnsemble implements FittedForecaster {

    private final EnsembleForecaster maker;
    private final int[] chosen;
    private final int horizon;
    private final int labelColumn;
    private final List<Ledger> ledgers = new ArrayList<>();
    /** What members told at the last origins, the newest first, and the regime then. */
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();

    private List<FittedForecaster> members;
    private double[][] weights = new double[0][];
    private int madeAt = -1;
    private int label;
    private double last;

    private record Waiting(Forecast[] told, int label) {}

    FittedEnsemble(
            EnsembleForecaster maker, int[] chosen, List<FittedForecaster> members, int horizon, int labelColumn) {
        this.maker = maker;
        this.chosen = chosen.clone();
        this.members = List.copyOf(members);
        this.horizon = horizon;
        this.labelColumn = labelColumn;
        for (int h = 0; h < horizon; h++) {
            ledgers.add(new Ledger(chosen.length));
        }
    }

    /** At the last observation that the members have learned from. */
    void standAt(Observation newest) {
        last = newest.value();
        label = label(newest);
    }

    private int label(Observation observation) {
        if (labelColumn < 0) {
            return 0;
        }
        double value = observation.features()[labelColumn];
        return Double.isNaN(value) ? Integer.MIN_VALUE : (int) Math.rint(value);
    }

    /** The same ledgers with members that have learned more. */
    FittedEnsemble with(List<FittedForecaster> others) {
        members = List.copyOf(others);
        return this;
    }

    @Override
    public Forecast forecast(int wanted) {
        if (wanted < 1 || wanted > horizon) {
            throw new IllegalArgumentException("fitted for " + horizon + " steps, not " + wanted);
        }
        Forecast[] told = told(wanted);
        double[] mean = new double[wanted];
        double[][] quantiles = new double[wanted][Forecast.levels()];
        for (int h = 0; h < wanted; h++) {
            join(told, h, mean, quantiles[h]);
        }
        return new Forecast(last, mean, quantiles);
    }

    private Forecast[] told(int steps) {
        return members.stream().map(member -> member.forecast(steps)).toArray(Forecast[]::new);
    }

    /** What the weights leave over is the last value's, whose width is taken to be the members'. */
    private void join(Forecast[] told, int h, double[] mean, double[] quantiles) {
        double[] weight = weights()[h];
        double sum = 0;
        double middle = 0;
        for (int m = 0; m < told.length; m++) {
            sum += weight[m];
            mean[h] += weight[m] * (told[m].mean()[h] - last);
            middle += weight[m] * (told[m].median(h + 1) - last);
        }
        mean[h] += last;
        middle += last;
        for (int m = 0; m < told.length; m++) {
            double share = sum > 0 ? weight[m] / sum : 1.0 / told.length;
            double median = told[m].median(h + 1);
            for (int i = 0; i < quantiles.length; i++) {
                quantiles[i] += share * (told[m].quantiles()[h][i] - median);
            }
        }
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] += middle;
        }
    }

    private double[][] weights() {
        int now = ledgers.getFirst().entries();
        if (now != madeAt) {
            double[][] made = new double[horizon][];
            for (int h = 0; h < horizon; h++) {
                made[h] = Weights.of(maker.weighting(), ledgers.get(h), label);
            }
            weights = made;
            madeAt = now;
        }
        return weights;
    }

    @Override
    public void observe(Observation next) {
        waiting.addFirst(new Waiting(told(horizon), label));
        if (waiting.size() > horizon) {
            waiting.removeLast();
        }
        int h = 0;
        for (Waiting each : waiting) {
            write(h++, each, next.value());
        }
        for (FittedForecaster member : members) {
            member.observe(next);
        }
        standAt(next);
    }

    private void write(int h, Waiting each, double value) {
        double[] moves = new double[each.told().length];
        double[] scores = new double[moves.length];
        for (int m = 0; m < moves.length; m++) {
            Forecast told = each.told()[m];
            moves[m] = told.median(h + 1) - told.origin();
            scores[m] = QuantileScores.logScore(told.quantiles()[h], value);
        }
        ledgers.get(h).add(moves, scores, value - each.told()[0].origin(), each.label());
    }

    @Override
    public Explanation explain() {
        Forecast[] told = told(1);
        double[] weight = weights()[0];
        List<Explanation.Part> parts = new ArrayList<>();
        for (int m = 0; m < told.length; m++) {
            double move = told[m].mean()[0] - last;
            parts.add(new Explanation.Part(maker.members().get(chosen[m]).name(), move, weight[m] * move));
        }
        parts.sort((a, b) -> Double.compare(Math.abs(b.effect()), Math.abs(a.effect())));
        return new Explanation(parts);
    }

    /** What still waits for its values is not kept. */
    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(horizon);
        out.writeInt(labelColumn);
        out.writeInt(label);
        out.writeDouble(last);
        out.writeInt(chosen.length);
        for (int m = 0; m < chosen.length; m++) {
            out.writeInt(chosen[m]);
            members.get(m).save(out);
        }
        for (Ledger ledger : ledgers) {
            ledger.save(out);
        }
    }

    static FittedEnsemble load(EnsembleForecaster maker, DataInput in) throws IOException {
        int horizon = in.readInt();
        int labelColumn = in.readInt();
        int label = in.readInt();
        double last = in.readDouble();
        int[] chosen = new int[in.readInt()];
        List<FittedForecaster> members = new ArrayList<>();
        for (int m = 0; m < chosen.length; m++) {
            chosen[m] = in.readInt();
            members.add(maker.members().get(chosen[m]).load(in));
        }
        FittedEnsemble loaded = new FittedEnsemble(maker, chosen, members, horizon, labelColumn);
        loaded.label = label;
        loaded.last = last;
        for (Ledger ledger : loaded.ledgers) {
            ledger.load(in);
        }
        return loaded;
    }
}
