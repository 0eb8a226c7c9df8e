package io.sextant.forecasting.model;

import io.sextant.domain.regime.RegimeProfile;
import io.sextant.domain.time.SeededRandom;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.evaluation.DieboldMariano;
import io.sextant.forecasting.regime.RegimeLearning;
import io.sextant.forecasting.regime.RegimeModel;
import io.sextant.forecasting.regime.RegimeTeller;
import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Features weigh by the kind of market: one regression of what followed on where the series stands, and for the profile of a regime (trend,
 * range, defensive) weights of its own where they measurably did better. Regimes are learned from the first part of the window and told from
 * what came before each bar, with their hysteresis; on the later part both kinds of weights forecast bar by bar from bars that were over by then. A
 * profile's own weights count only where they lose less by more than chance would have it (Diebold and Mariano 1995, the level divided by the
 * number of profiles).
 */
public final class ProfileWeights implements Forecaster {

    static final String NAME = "profiles";

    /** Own weights are believed below this chance of being no better. */
    static final double LEVEL = 0.05;

    /** Fewer bars of a profile in the later part measure nothing. */
    static final int COMPARED_MIN = 60;

    private static final int OBSERVATIONS_MIN = RegimeLearning.BARS_MIN;
    private static final int NEWEST = RegimeLearning.BARS_LEARNED;
    private static final RegimeProfile[] PROFILES = RegimeProfile.values();

    /** Regimes know no unit: a usual change counts as a hundredth. */
    private static final double USUAL_MOVE = 0.01;

    private final double level;

    public ProfileWeights() {
        this(LEVEL);
    }

    /** @param level own weights are believed below this chance of being no better; at nought never, so that all have common ones */
    ProfileWeights(double level) {
        this.level = level;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int observationsNeeded() {
        return OBSERVATIONS_MIN;
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        double[] values = Windows.newest(Windows.values(past, OBSERVATIONS_MIN, "weights by kind of market"), NEWEST);
        int horizon = Math.min(training.horizon(), values.length / 4);
        int learned = Math.max(RegimeLearning.BARS_MIN, values.length / 2);
        double[] first = Arrays.copyOf(values, learned);
        double[] firstChanges = Windows.changes(first);
        double unit = USUAL_MOVE / Math.max(Windows.rootMeanSquare(firstChanges), Double.MIN_NORMAL);
        RegimeTeller teller = new RegimeTeller(regimes(first, unit, training));
        int[] profile = new int[values.length];
        for (int i = 1; i < values.length; i++) {
            teller.update((values[i] - values[i - 1]) * unit);
            profile[i] = indexOf(teller.profile());
        }
        training.checkCancelled();
        double[][] points = new double[values.length][];
        for (int i = SegmentFeatures.SPAN; i < values.length; i++) {
            points[i] = SegmentFeatures.at(values, i);
        }
        boolean[] own = ownIsBetter(values, points, profile, learned);
        ProfileRegression.Learned[] steps = new ProfileRegression.Learned[horizon];
        for (int h = 1; h <= horizon; h++) {
            training.checkCancelled();
            ProfileRegression regression = new ProfileRegression(PROFILES.length);
            for (int at = SegmentFeatures.SPAN; at + h < values.length; at++) {
                regression.add(profile[at], points[at], followed(values, at, h));
            }
            steps[h - 1] = regression.learn(own);
        }
        double[] errors = new double[values.length - 1 - SegmentFeatures.SPAN];
        for (int i = 0; i < errors.length; i++) {
            int at = SegmentFeatures.SPAN + i;
            errors[i] = (followed(values, at, 1) - steps[0].told(profile[at], points[at]))
                    / steps[0].deviations()[profile[at]];
        }
        double[] newest = Arrays.copyOfRange(values, values.length - SegmentFeatures.SPAN - 1, values.length);
        return new FittedProfiles(ErrorShape.of(errors), past.last(), teller, unit, own, steps, newest);
    }

    private static RegimeModel regimes(double[] values, double unit, Training training) {
        double[] closes = new double[values.length];
        Arrays.setAll(closes, i -> Math.exp((values[i] - values[0]) * unit));
        long[] places = new long[values.length];
        Arrays.setAll(places, i -> i);
        return RegimeLearning.learn(places, closes, Optional.empty(), new SeededRandom(training.seed()));
    }

    static int indexOf(RegimeProfile profile) {
        return Arrays.asList(PROFILES).indexOf(profile);
    }

    private static double followed(double[] values, int at, int h) {
        return (values[at + h] - values[at]) / SegmentFeatures.nearUnit(values, at);
    }

    /** By profile. At each bar of the later part both kinds of weights know the bars whose next one was over. */
    private boolean[] ownIsBetter(double[] values, double[][] points, int[] profile, int learned) {
        ProfileRegression regression = new ProfileRegression(PROFILES.length);
        boolean[] all = new boolean[PROFILES.length];
        Arrays.fill(all, true);
        double[][] common = new double[PROFILES.length][values.length];
        double[][] own = new double[PROFILES.length][values.length];
        int[] count = new int[PROFILES.length];
        for (int at = SegmentFeatures.SPAN; at + 1 < values.length; at++) {
            int kind = profile[at];
            double came = followed(values, at, 1);
            if (at >= learned) {
                double error = came - regression.toldByAll(points[at]);
                double ownError = came - regression.toldByOwn(kind, points[at]);
                common[kind][count[kind]] = error * error;
                own[kind][count[kind]++] = ownError * ownError;
            }
            regression.add(kind, points[at], came);
        }
        boolean[] better = new boolean[PROFILES.length];
        for (int k = 0; k < better.length; k++) {
            better[k] = count[k] >= COMPARED_MIN
                    && DieboldMariano.of(Arrays.copyOf(common[k], count[k]), Arrays.copyOf(own[k], count[k]), 1)
                                    .pSecondBetter()
                            < level / PROFILES.length;
        }
        return better;
    }

    @Override
    public FittedForecaster load(DataInput in) throws IOException {
        return FittedProfiles.load(in, PROFILES.length);
    }
}
