package io.sextant.engine.evaluation;

import io.sextant.domain.fleet.FleetProblem;
import io.sextant.domain.fleet.Pieces;
import io.sextant.domain.fleet.Work;
import io.sextant.domain.fleet.WorkKind;
import io.sextant.domain.forecast.LearningTrouble;
import io.sextant.domain.forecast.Stretch;
import io.sextant.engine.fleet.Columns;
import io.sextant.engine.fleet.SeriesBytes;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.ForecasterSource;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.UnfitWindow;
import io.sextant.forecasting.annotation.StretchesWeighed;
import io.sextant.forecasting.evaluation.Fold;
import io.sextant.forecasting.evaluation.OutOfSample;
import io.sextant.forecasting.evaluation.Outcome;
import io.sextant.forecasting.evaluation.Plan;
import io.sextant.forecasting.evaluation.Scale;
import io.sextant.forecasting.evaluation.Walks;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A piece for each model and fold. */
public final class EvaluationWork implements WorkKind {

    private static final String NAME = "evaluation";
    private static final double WALKED = 0;
    private static final double NOT_FITTED = 1;

    /** Judging is done where it was asked for: costs, scale, labels and stretches that are not judged stay there. */
    static Work of(Observations all, Plan plan) {
        return new Work(NAME, Columns.bytes(out -> {
            SeriesBytes.write(out, all);
            out.writeInt(plan.horizon());
            out.writeLong(plan.seed());
            out.writeInt(plan.folds().size());
            for (Fold fold : plan.folds()) {
                out.writeInt(fold.trainFrom());
                out.writeInt(fold.trainEnd());
                out.writeInt(fold.testFrom());
                out.writeInt(fold.testEnd());
            }
        }));
    }

    static byte[] piece(Forecaster model, int fold) {
        List<Stretch> stretches = model instanceof StretchesWeighed weighed ? weighed.stretches() : List.of();
        return Columns.bytes(out -> {
            out.writeInt(fold);
            Columns.write(out, model.name());
            write(out, stretches);
        });
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Pieces open(byte[] work) {
        return Columns.read(work, in -> {
            Observations all = SeriesBytes.observations(in);
            int horizon = in.readInt();
            long seed = in.readLong();
            Plan plan = Plan.quiet(folds(in), horizon, Scale.AS_GIVEN, seed);
            return piece -> Columns.read(piece, of -> {
                int fold = of.readInt();
                return numbers(Walks.one(model(of), all, plan, fold));
            });
        });
    }

    private static List<Fold> folds(DataInput in) throws IOException {
        List<Fold> folds = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            folds.add(new Fold(in.readInt(), in.readInt(), in.readInt(), in.readInt()));
        }
        return folds;
    }

    private static Forecaster model(DataInput in) throws IOException {
        String name = Columns.text(in);
        Forecaster model = ForecasterSource.findAnywhere(name)
                .orElseThrow(() -> new FleetProblem("There is no " + name + " on the machine that was to forecast."));
        List<Stretch> stretches = stretches(in);
        return stretches.isEmpty() ? model : new StretchesWeighed(model, stretches);
    }

    private static void write(DataOutput out, List<Stretch> stretches) throws IOException {
        out.writeInt(stretches.size());
        for (Stretch each : stretches) {
            Columns.write(out, each.kind().name());
            Columns.write(out, each.label());
            out.writeLong(each.fromNanos());
            out.writeLong(each.endNanos());
            out.writeDouble(each.weight());
        }
    }

    private static List<Stretch> stretches(DataInput in) throws IOException {
        List<Stretch> stretches = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            stretches.add(new Stretch(
                    Stretch.Kind.valueOf(Columns.text(in)),
                    Columns.text(in),
                    in.readLong(),
                    in.readLong(),
                    in.readDouble()));
        }
        return stretches;
    }

    /** Of each forecast, step by step, its median and its quantiles; or the words of why there is none, a number a character. */
    private static double[] numbers(Outcome outcome) {
        switch (outcome) {
            case Outcome.Walked(OutOfSample told) -> {
                int step = 1 + Forecast.levels();
                double[] numbers = new double[1 + told.size() * told.horizon() * step];
                numbers[0] = WALKED;
                int at = 1;
                for (int place = 0; place < told.size(); place++) {
                    for (int h = 0; h < told.horizon(); h++) {
                        numbers[at] = told.medians()[h][place];
                        System.arraycopy(told.quantiles()[h][place], 0, numbers, at + 1, step - 1);
                        at += step;
                    }
                }
                return numbers;
            }
            case Outcome.NotFitted(UnfitWindow why) -> {
                String words = why.trouble("").text() + "\n" + why.getMessage();
                double[] numbers = new double[1 + words.length()];
                Arrays.setAll(numbers, i -> i == 0 ? NOT_FITTED : words.charAt(i - 1));
                return numbers;
            }
        }
    }

    static Outcome outcome(double[] came, Plan plan, int number) {
        if (came[0] == NOT_FITTED) {
            StringBuilder words = new StringBuilder();
            for (int i = 1; i < came.length; i++) {
                words.append((char) came[i]);
            }
            int end = words.indexOf("\n");
            LearningTrouble trouble =
                    LearningTrouble.parse(words.substring(0, end)).orElseThrow();
            return new Outcome.NotFitted(UnfitWindow.of(trouble, words.substring(end + 1)));
        }
        Fold fold = plan.folds().get(number);
        int horizon = plan.horizon();
        int[] origins = new int[fold.tested()];
        int[] foldOf = new int[fold.tested()];
        double[][] medians = new double[horizon][fold.tested()];
        double[][][] quantiles = new double[horizon][fold.tested()][];
        int at = 1;
        for (int place = 0; place < fold.tested(); place++) {
            origins[place] = fold.testFrom() + place - 1;
            foldOf[place] = number;
            for (int h = 0; h < horizon; h++) {
                medians[h][place] = came[at];
                quantiles[h][place] = Arrays.copyOfRange(came, at + 1, at + 1 + Forecast.levels());
                at += 1 + Forecast.levels();
            }
        }
        return new Outcome.Walked(new OutOfSample(horizon, origins, foldOf, medians, quantiles));
    }
}
