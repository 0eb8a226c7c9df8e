package io.sextant.forecasting.regime;

import io.sextant.domain.regime.RegimePath;
import io.sextant.domain.regime.RegimeState;
import io.sextant.domain.regime.RegimeWarning;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model has told of a series, bar by bar, and what followed. A bar is told by what was known at its close; what a state meant is
 * measured on the bar after.
 */
public final class RegimeHistory {

    private final RegimeModel model;
    private final RegimeWatch watch;
    private long[] times = new long[64];
    private double[] closes = new double[64];
    private int[] told = new int[64];
    private double[] warnings = new double[64];
    private final double[][] chances;
    private int size;
    private long sinceNanos = Long.MIN_VALUE;

    public RegimeHistory(RegimeModel model) {
        this.model = model;
        watch = new RegimeWatch(model);
        chances = new double[model.states().states()][64];
    }

    /** Takes the next bar that is over; whether another state is told than before. */
    public boolean add(long endNanos, double close) {
        if (!watch.update(close) || !(close > 0)) {
            return false;
        }
        if (size == times.length) {
            grow();
        }
        times[size] = endNanos;
        closes[size] = close;
        told[size] = watch.told();
        warnings[size] = watch.warning();
        for (int i = 0; i < chances.length; i++) {
            chances[i][size] = watch.chance(i);
        }
        size++;
        if (watch.hasSwitched()) {
            sinceNanos = endNanos;
        }
        return watch.hasSwitched();
    }

    private void grow() {
        times = Arrays.copyOf(times, 2 * size);
        closes = Arrays.copyOf(closes, 2 * size);
        told = Arrays.copyOf(told, 2 * size);
        warnings = Arrays.copyOf(warnings, 2 * size);
        Arrays.setAll(chances, i -> Arrays.copyOf(chances[i], 2 * size));
    }

    public RegimeModel model() {
        return model;
    }

    public int size() {
        return size;
    }

    /** The end of the bar that decided what is told now. */
    public long sinceNanos() {
        return sinceNanos;
    }

    /** The state that is told now. */
    public int told() {
        return watch.told();
    }

    public double chance(int state) {
        return watch.chance(state);
    }

    /** The newest bars. */
    public RegimePath path(int limit) {
        int from = Math.max(0, size - limit);
        double[][] columns = new double[chances.length][];
        Arrays.setAll(columns, i -> Arrays.copyOfRange(chances[i], from, size));
        return new RegimePath(
                Arrays.copyOfRange(times, from, size),
                Arrays.copyOfRange(closes, from, size),
                columns,
                Arrays.copyOfRange(told, from, size));
    }

    /** What each state has meant. */
    public List<RegimeState> states() {
        return IntStream.range(0, chances.length).mapToObj(this::state).toList();
    }

    private RegimeState state(int state) {
        int bars = 0;
        int followed = 0;
        int stays = 0;
        double sum = 0;
        double squares = 0;
        double worst = 0;
        double level = 0;
        double peak = 0;
        for (int t = 0; t < size; t++) {
            if (told[t] != state) {
                continue;
            }
            bars++;
            if (t == 0 || told[t - 1] != state) {
                stays++;
                level = 0;
                peak = 0;
            }
            if (t + 1 < size) {
                double move = Math.log(closes[t + 1] / closes[t]);
                followed++;
                sum += move;
                squares += move * move;
                level += move;
                peak = Math.max(peak, level);
                worst = Math.min(worst, Math.expm1(level - peak));
            }
        }
        double mean = followed == 0 ? Double.NaN : sum / followed;
        double deviation =
                followed < 2 ? Double.NaN : Math.sqrt(Math.max(0, squares - followed * mean * mean) / (followed - 1));
        double stay = model.states().expectedStay(state);
        return new RegimeState(
                model.names().get(state),
                model.ordinal(state),
                bars,
                size == 0 ? 0 : (double) bars / size,
                mean,
                deviation / Math.sqrt(followed),
                deviation,
                worst,
                stays,
                stays == 0 ? Double.NaN : (double) bars / stays,
                stay,
                1 - model.states().transition()[state][state],
                watch.chance(state),
                watch.nextChance(state));
    }

    /** What may be coming, and what such a warning was worth. */
    public RegimeWarning warning() {
        int ahead = RegimeWatch.WARNING_BARS;
        int measured = Math.max(0, size - ahead);
        double came = 0;
        double[] outcomes = new double[measured];
        for (int t = 0; t < measured; t++) {
            for (int step = 1; step <= ahead && outcomes[t] == 0; step++) {
                outcomes[t] = model.names().get(told[t + step]).isDanger() ? 1 : 0;
            }
            came += outcomes[t];
        }
        double usual = came / measured;
        double missed = 0;
        double missedByUsual = 0;
        for (int t = 0; t < measured; t++) {
            missed += (warnings[t] - outcomes[t]) * (warnings[t] - outcomes[t]);
            missedByUsual += (usual - outcomes[t]) * (usual - outcomes[t]);
        }
        double skill = missedByUsual > 0 ? 1 - missed / missedByUsual : Double.NaN;
        return new RegimeWarning(watch.warning(), ahead, watch.changeChance(), watch.drift(), skill, measured);
    }
}
