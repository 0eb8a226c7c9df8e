package io.sextant.forecasting.model;

import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.Observation;
import io.sextant.forecasting.Weighing;
import io.sextant.forecasting.regime.RegimeTeller;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Weights of features by profile, and the profile that is told now. */
final class FittedProfiles extends FittedModel {

    private final RegimeTeller teller;
    private final double unit;
    private final boolean[] own;
    private final ProfileRegression.Learned[] steps;
    private final double[] newest;

    FittedProfiles(
            ErrorShape shape,
            double last,
            RegimeTeller teller,
            double unit,
            boolean[] own,
            ProfileRegression.Learned[] steps,
            double[] newest) {
        super(shape, last);
        this.teller = teller;
        this.unit = unit;
        this.own = own;
        this.steps = steps;
        this.newest = newest;
    }

    static FittedProfiles load(DataInput in, int kinds) throws IOException {
        ErrorShape shape = ErrorShape.load(in);
        double last = in.readDouble();
        RegimeTeller teller = RegimeTeller.load(in);
        double unit = in.readDouble();
        boolean[] own = new boolean[kinds];
        for (int k = 0; k < kinds; k++) {
            own[k] = in.readBoolean();
        }
        ProfileRegression.Learned[] steps = new ProfileRegression.Learned[in.readUnsignedShort()];
        for (int h = 0; h < steps.length; h++) {
            steps[h] = new ProfileRegression.Learned(SavedNumbers.readRows(in), SavedNumbers.read(in));
        }
        return new FittedProfiles(shape, last, teller, unit, own, steps, SavedNumbers.read(in));
    }

    @Override
    void saveState(DataOutput out) throws IOException {
        teller.save(out);
        out.writeDouble(unit);
        for (boolean each : own) {
            out.writeBoolean(each);
        }
        out.writeShort(steps.length);
        for (ProfileRegression.Learned step : steps) {
            SavedNumbers.write(out, step.weights());
            SavedNumbers.write(out, step.deviations());
        }
        SavedNumbers.write(out, newest);
    }

    private int kind() {
        return ProfileWeights.indexOf(teller.profile());
    }

    int profilesWithOwnWeights() {
        int count = 0;
        for (boolean each : own) {
            count += each ? 1 : 0;
        }
        return count;
    }

    @Override
    public Optional<Weighing> weighing() {
        return Optional.of(new Weighing(teller.profile(), own[kind()]));
    }

    private double[] point() {
        return SegmentFeatures.at(newest, newest.length - 1);
    }

    private double usual() {
        return SegmentFeatures.nearUnit(newest, newest.length - 1);
    }

    /** Beyond the steps that it learned, nothing more is expected. */
    @Override
    double[] means(int horizon) {
        double[] point = point();
        double usual = usual();
        double[] means = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            means[h] = last() + usual * steps[Math.min(h, steps.length - 1)].told(kind(), point);
        }
        return means;
    }

    @Override
    double[] deviations(int horizon) {
        double usual = usual();
        double[] deviations = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            int known = Math.min(h, steps.length - 1);
            deviations[h] = usual * steps[known].deviations()[kind()] * Math.sqrt((h + 1.0) / (known + 1));
        }
        return deviations;
    }

    @Override
    void move(Observation next) {
        teller.update((next.value() - last()) * unit);
        System.arraycopy(newest, 1, newest, 0, newest.length - 1);
        newest[newest.length - 1] = next.value();
    }

    @Override
    public Explanation explain() {
        double[] row = ProfileRegression.row(point());
        double[] weights = steps[0].weights()[kind()];
        double usual = usual();
        List<Explanation.Part> parts = new ArrayList<>();
        for (int i = 0; i < row.length - 1; i++) {
            parts.add(new Explanation.Part(SegmentFeatures.NAMES[i], row[i], usual * weights[i] * row[i]));
        }
        String kind = teller.profile().name().toLowerCase(Locale.ROOT);
        parts.add(new Explanation.Part(
                (own[kind()] ? "own weights of " : "common weights in ") + kind,
                own[kind()] ? 1 : 0,
                usual * weights[row.length - 1]));
        parts.sort(Comparator.comparingDouble((Explanation.Part part) -> Math.abs(part.effect()))
                .reversed());
        return new Explanation(parts);
    }
}
