package io.sextant.forecasting.interval;

import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observation;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.UnfitWindow;
import io.sextant.forecasting.Weighing;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Any model, with intervals made of how far it was off lately (split conformal prediction: Papadopoulos and others 2002, Lei and others 2018)
 * that adapt while time goes on (Gibbs and Candes 2021). The model learns from the first part of its window; over the rest its errors are
 * measured, in widths of its own middle 70 %, so that a model that knows calm from storm keeps knowing it. Its middle stays its own.
 *
 * @param calibrationShare of the window that the model does not learn from
 * @param scoresKept how many of the newest errors count
 * @param adaptation how far one miss moves an interval's aim; 0 for split conformal alone
 */
public record ConformalForecaster(Forecaster inner, double calibrationShare, int scoresKept, double adaptation)
        implements Forecaster {

    private static final double SHARE_USUAL = 0.25;
    private static final int SCORES_USUAL = 500;
    private static final double ADAPTATION_USUAL = 0.01;
    private static final int SCORES_MIN = 30;

    public ConformalForecaster {
        if (!(calibrationShare > 0 && calibrationShare < 1) || scoresKept < SCORES_MIN || !(adaptation >= 0)) {
            throw new IllegalArgumentException("no calibration with a share of " + calibrationShare + ", " + scoresKept
                    + " scores and adaptation " + adaptation);
        }
    }

    public static ConformalForecaster of(Forecaster inner) {
        return new ConformalForecaster(inner, SHARE_USUAL, SCORES_USUAL, ADAPTATION_USUAL);
    }

    @Override
    public String name() {
        return inner.name() + "-conformal";
    }

    @Override
    public int observationsNeeded() {
        return (int) Math.ceil(
                Math.max(inner.observationsNeeded() / (1 - calibrationShare), inner.observationsNeeded() + SCORES_MIN));
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        int learned = (int) (past.size() * (1 - calibrationShare));
        if (past.size() - learned < SCORES_MIN + training.horizon()) {
            throw UnfitWindow.tooFew(
                    SCORES_MIN + training.horizon(),
                    past.size() - learned,
                    "intervals of " + training.horizon() + " steps are measured over "
                            + (SCORES_MIN + training.horizon()) + " observations or more, and "
                            + (past.size() - learned)
                            + " are left for it");
        }
        Fitted fitted =
                new Fitted(inner.fit(past.between(0, learned), training), training.horizon(), scoresKept, adaptation);
        for (int i = learned; i < past.size(); i++) {
            training.checkCancelled();
            fitted.observe(past.get(i));
        }
        return fitted;
    }

    @Override
    public FittedForecaster load(DataInput in) throws IOException {
        int horizon = in.readInt();
        Fitted fitted = new Fitted(inner.load(in), horizon, scoresKept, adaptation);
        fitted.loadScores(in);
        return fitted;
    }

    /** A forecast whose values have not all come. */
    private record Pending(Forecast raw, double[][] told) {}

    private static final class Fitted implements FittedForecaster {

        private static final double[] NOTHING = new double[0];

        private final FittedForecaster inner;
        private final int horizon;
        private final List<ScoredSteps> steps = new ArrayList<>();
        /** The newest first: it waits for the value of step 1, the one after it for that of step 2. */
        private final ArrayDeque<Pending> pending = new ArrayDeque<>();

        private @Nullable Forecast here;

        Fitted(FittedForecaster inner, int horizon, int scoresKept, double adaptation) {
            this.inner = inner;
            this.horizon = horizon;
            for (int h = 0; h < horizon; h++) {
                steps.add(new ScoredSteps(scoresKept, adaptation));
            }
        }

        @Override
        public Forecast forecast(int wanted) {
            if (wanted < 1 || wanted > horizon) {
                throw new IllegalArgumentException("fitted for " + horizon + " steps, not " + wanted);
            }
            Forecast raw = raw();
            double[][] told = calibrated(raw);
            double[][] quantiles = new double[wanted][];
            for (int h = 0; h < wanted; h++) {
                quantiles[h] = told[h].length == 0 ? raw.quantiles()[h] : told[h];
            }
            return new Forecast(raw.origin(), Arrays.copyOf(raw.mean(), wanted), quantiles);
        }

        @Override
        public Optional<Weighing> weighing() {
            return inner.weighing();
        }

        /** Asked once at each origin: a network's forecast takes its time. */
        private Forecast raw() {
            Forecast known = here;
            if (known == null) {
                known = inner.forecast(horizon);
                here = known;
            }
            return known;
        }

        /** Empty for steps with too few scores. */
        private double[][] calibrated(Forecast raw) {
            double[][] told = new double[raw.horizon()][];
            for (int h = 0; h < told.length; h++) {
                ScoredSteps scored = steps.get(h);
                told[h] =
                        scored.size() < SCORES_MIN ? NOTHING : scored.calibrated(raw.median(h + 1), width(raw, h + 1));
            }
            return told;
        }

        private static double width(Forecast raw, int step) {
            double width = raw.quantile(step, 0.85) - raw.quantile(step, 0.15);
            return width > 0 ? width : 1;
        }

        @Override
        public void observe(Observation next) {
            Forecast raw = raw();
            pending.addFirst(new Pending(raw, calibrated(raw)));
            if (pending.size() > horizon) {
                pending.removeLast();
            }
            int h = 0;
            Iterator<Pending> waiting = pending.iterator();
            while (waiting.hasNext()) {
                Pending each = waiting.next();
                double score = (next.value() - each.raw().median(h + 1)) / width(each.raw(), h + 1);
                steps.get(h).came(score, next.value(), each.told()[h]);
                h++;
            }
            inner.observe(next);
            here = null;
        }

        @Override
        public Explanation explain() {
            return inner.explain();
        }

        /** What still waits for its values is not kept: the steps that it would have scored are scored by later ones. */
        @Override
        public void save(DataOutput out) throws IOException {
            out.writeInt(horizon);
            inner.save(out);
            for (ScoredSteps each : steps) {
                each.save(out);
            }
        }

        private void loadScores(DataInput in) throws IOException {
            for (ScoredSteps each : steps) {
                each.load(in);
            }
        }
    }
}
