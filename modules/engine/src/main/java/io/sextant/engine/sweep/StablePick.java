package io.sextant.engine.sweep;

import io.sextant.engine.verdict.Grid.Axis;
import java.util.List;
import java.util.Optional;

/**
 * The point whose neighbourhood, itself among it, has the highest mean less its deviation: a plateau, where a parameter that is a little off costs
 * little, and not a peak. Beside each other are points no further apart on any axis than {@code reach} steps: one where every point was run, and more
 * where a search ran few, so many that about as many neighbours are expected. A point with fewer of them than the corner of a grid has is not taken,
 * nor one that never traded.
 *
 * @param mean of the neighbourhood
 * @param deviation of the neighbourhood, n - 1 below
 * @param neighbours how many points it has, itself among them
 */
public record StablePick(SweepPoint point, double mean, double deviation, int neighbours, int reach) {

    private static final double STEPS = 1.5;

    /** What a point is worth as a pick. */
    public double score() {
        return mean - deviation;
    }

    static Optional<StablePick> find(SweepResult result) {
        List<Axis> axes = result.grid().axes();
        long open = axes.stream().filter(axis -> axis.count() > 1).count();
        if (open == 0) {
            return Optional.empty();
        }
        int reach = reach(result, open);
        int fewest = 1 << (int) Math.min(open, 20);
        Optional<StablePick> best = Optional.empty();
        for (SweepPoint each : result.points()) {
            StablePick pick = around(result, each, reach);
            if (SweepResult.hasTraded(each)
                    && pick.neighbours >= fewest
                    && (best.isEmpty() || pick.score() > best.get().score())) {
                best = Optional.of(pick);
            }
        }
        return best;
    }

    /** The n points of a search lie about (N/n)^(1/d) steps from each other in a grid of N. */
    private static int reach(SweepResult result, long open) {
        double share = (double) result.grid().size() / result.points().size();
        // A grid with points that cannot be is still a grid: its neighbours are a step away.
        return share < 4 ? 1 : (int) Math.floor(STEPS * Math.pow(share, 1.0 / open));
    }

    private static StablePick around(SweepResult result, SweepPoint centre, int reach) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        double from = result.value(centre);
        for (SweepPoint each : result.points()) {
            if (isBeside(each.at(), centre.at(), reach)) {
                // Measured from the centre, so that a flat plateau has no deviation at all.
                double apart = result.value(each) - from;
                sum += apart;
                squares += apart * apart;
                count++;
            }
        }
        double variance = count < 2 ? 0 : Math.max(0, (squares - sum * sum / count) / (count - 1));
        return new StablePick(centre, from + sum / count, Math.sqrt(variance), count, reach);
    }

    private static boolean isBeside(List<Integer> one, List<Integer> other, int reach) {
        for (int a = 0; a < one.size(); a++) {
            if (Math.abs(one.get(a) - other.get(a)) > reach) {
                return false;
            }
        }
        return true;
    }
}
