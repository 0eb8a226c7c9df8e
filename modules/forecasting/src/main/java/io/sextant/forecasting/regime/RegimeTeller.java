package io.sextant.forecasting.regime;

import io.sextant.analytics.estimation.MultivariateHmm;
import io.sextant.analytics.estimation.MultivariateHmmFilter;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.regime.RegimeProfile;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which state is told, return by return. What is told changes only when another state was likely enough for long enough, so that it does not
 * flicker. It can be saved where it stands.
 */
public final class RegimeTeller {

    /** What another state's chance takes to be told, for {@link #CONFIRMING_BARS} bars in a row. */
    static final double CONFIRMING_CHANCE = 0.65;

    static final int CONFIRMING_BARS = 2;

    private static final int NONE = -1;

    private final MultivariateHmm states;
    private final List<RegimeName> names;
    private final MarketMood mood;
    private final MultivariateHmmFilter filter;
    private int told = NONE;
    private int candidate = NONE;
    private int confirmed;
    private boolean switched;

    public RegimeTeller(RegimeModel model) {
        this(model.states(), model.names(), new MarketMood());
    }

    private RegimeTeller(MultivariateHmm states, List<RegimeName> names, MarketMood mood) {
        this.states = states;
        this.names = List.copyOf(names);
        this.mood = mood;
        filter = new MultivariateHmmFilter(states);
    }

    /** Takes the next logarithmic return; a NaN is none. */
    public void update(double logReturn) {
        switched = false;
        if (mood.update(logReturn)) {
            filter.update(mood.point());
            confirm();
        }
    }

    private void confirm() {
        int likeliest = 0;
        for (int i = 1; i < states.states(); i++) {
            likeliest = filter.probability(i) > filter.probability(likeliest) ? i : likeliest;
        }
        if (told < 0) {
            told = likeliest;
            switched = true;
            return;
        }
        boolean likely = likeliest != told && filter.probability(likeliest) >= CONFIRMING_CHANCE;
        confirmed = !likely ? 0 : likeliest == candidate ? confirmed + 1 : 1;
        candidate = likely ? likeliest : NONE;
        if (confirmed >= CONFIRMING_BARS) {
            told = likeliest;
            switched = true;
            confirmed = 0;
            candidate = NONE;
        }
    }

    public boolean isTold() {
        return told >= 0;
    }

    /** The state that is told; below 0 before the first. */
    public int told() {
        return told;
    }

    /** How a desk behaves in it; cautiously while nothing is told. */
    public RegimeProfile profile() {
        return isTold() ? names.get(told).profile() : RegimeProfile.DEFENSIVE;
    }

    /** Whether the last return made it. */
    public boolean hasSwitched() {
        return switched;
    }

    double chance(int state) {
        return filter.probability(state);
    }

    double nextChance(int state) {
        return filter.nextProbability(state);
    }

    /** The chances of the next return's states stand where those of the first were, so that a filter begun anew goes on from here. */
    public void save(DataOutput out) throws IOException {
        int k = states.states();
        out.writeInt(k);
        out.writeInt(states.features());
        for (int i = 0; i < k; i++) {
            out.writeUTF(names.get(i).name());
            out.writeDouble(filter.nextProbability(i));
            write(out, states.transition()[i]);
            write(out, states.means()[i]);
            for (double[] row : states.covariances()[i]) {
                write(out, row);
            }
        }
        mood.save(out);
        out.writeInt(told);
        out.writeInt(candidate);
        out.writeInt(confirmed);
    }

    public static RegimeTeller load(DataInput in) throws IOException {
        int k = in.readInt();
        int width = in.readInt();
        if (k < 1 || k > RegimeLearning.STATES_MAX || width != MarketMood.FEATURES) {
            throw new IOException("a saved model has " + k + " states of " + width + " numbers");
        }
        List<RegimeName> names = new ArrayList<>();
        double[] initial = new double[k];
        double[][] transition = new double[k][];
        double[][] means = new double[k][];
        double[][][] covariances = new double[k][width][];
        for (int i = 0; i < k; i++) {
            names.add(name(in.readUTF()));
            initial[i] = in.readDouble();
            transition[i] = read(in, k);
            means[i] = read(in, width);
            for (int j = 0; j < width; j++) {
                covariances[i][j] = read(in, width);
            }
        }
        RegimeTeller teller = new RegimeTeller(
                new MultivariateHmm(initial, transition, means, covariances, Double.NaN, 0),
                names,
                MarketMood.load(in));
        teller.told = state(in.readInt(), k);
        teller.candidate = state(in.readInt(), k);
        teller.confirmed = in.readInt();
        return teller;
    }

    private static RegimeName name(String word) throws IOException {
        for (RegimeName name : RegimeName.values()) {
            if (name.name().equals(word)) {
                return name;
            }
        }
        throw new IOException("there is no regime called " + word);
    }

    private static int state(int read, int states) throws IOException {
        if (read < NONE || read >= states) {
            throw new IOException("a saved model tells state " + read + " of " + states);
        }
        return read;
    }

    private static void write(DataOutput out, double[] numbers) throws IOException {
        for (double each : numbers) {
            out.writeDouble(each);
        }
    }

    private static double[] read(DataInput in, int size) throws IOException {
        double[] numbers = new double[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = in.readDouble();
        }
        return numbers;
    }
}
