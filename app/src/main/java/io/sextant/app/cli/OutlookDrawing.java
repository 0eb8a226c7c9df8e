package io.sextant.app.cli;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetProblem;
import io.sextant.engine.outlook.Drawers;
import io.sextant.engine.outlook.FleetDrawers;
import io.sextant.engine.outlook.OutlookWatch;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * Where futures are drawn, and how somebody hears of it.
 *
 * @param what is counted: paths, or outlooks
 * @param quiet whether nothing is told on the way
 */
record OutlookDrawing(ClusterOption cluster, int threads, String what, PrintWriter errors, boolean quiet) {

    private static final int TOLD_TIMES = 10;

    <T> T of(Function<Drawers, T> drawn) {
        if (cluster.url == null) {
            return drawn.apply(Drawers.here(threads));
        }
        try (StopWish stop = StopWish.heard();
                Fleet fleet = cluster.open(stop::isAsked)) {
            if (fleet == null) {
                return drawn.apply(Drawers.here(threads));
            }
            return drawn.apply(new FleetDrawers(fleet, threads, watch(stop)));
        } catch (FleetProblem problem) {
            throw new RefusedByRule(String.valueOf(problem.getMessage()));
        } catch (CancellationException cancelled) {
            throw new RefusedByRule("The drawing was stopped before it was whole, so it says nothing.");
        }
    }

    private OutlookWatch watch(StopWish stop) {
        return new OutlookWatch() {
            private long told;

            @Override
            public void drawn(long done, long of) {
                long tenths = done * TOLD_TIMES / of;
                if (!quiet && tenths > told) {
                    told = tenths;
                    errors.printf(Locale.ENGLISH, "%,d of %,d %s%n", done, of, what);
                    errors.flush();
                }
            }

            @Override
            public boolean isCancelled() {
                return stop.isAsked();
            }
        };
    }
}
