package io.sextant.strategy.rules;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.Reason.Figure;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Wishes;
import io.sextant.strategy.rules.RuleBook.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Enters at the bar at which all conditions of a side have come to hold, so that a stop is not followed by the same entry at once; leaves when one of
 * the exits holds. Stops are looked at when a bar is over and filled after it, however far the bar went through them.
 */
final class RuleRun implements StrategyRun {

    private final int warmUpBars;
    private final Watched longs;
    private final Watched shorts;
    private final Stops stops;
    private final Sizer sizer;
    private int heardBars;
    private double wished;

    RuleRun(RuleBook book, Choice choice, Needs needs) {
        warmUpBars = needs.warmUpBars();
        longs = new Watched(book.longs(), choice, needs.features());
        shorts = new Watched(book.shorts(), choice, needs.features());
        stops = new Stops(book.exits(), choice);
        sizer = new Sizer(book.size(), choice);
    }

    @Override
    public void next(Scene scene, Wishes wishes) {
        if (!scene.isNew(0)) {
            return;
        }
        heardBars++;
        longs.look(scene);
        shorts.look(scene);
        sizer.hear(scene);
        String stopped = stops.look(scene);
        if (heardBars >= warmUpBars) {
            decide(scene, wishes, stopped);
        }
    }

    private void decide(Scene scene, Wishes wishes, String stopped) {
        boolean toLong = longs.cameTrue() && !longs.leaves && !shorts.cameTrue();
        boolean toShort = shorts.cameTrue() && !shorts.leaves && !longs.cameTrue();
        if (wished <= 0 && toLong) {
            enter(wishes, 1, longs);
        } else if (wished >= 0 && toShort) {
            enter(wishes, -1, shorts);
        } else if (wished != 0 && !stopped.isEmpty()) {
            hold(wishes, 0, Reason.of(stopped, new Figure("close", scene.close(0))));
        } else if (wished > 0 && longs.leaves) {
            hold(wishes, 0, longs.reason("rule-exit", longs.leave, true));
        } else if (wished < 0 && shorts.leaves) {
            hold(wishes, 0, shorts.reason("rule-exit", shorts.leave, true));
        }
    }

    private void enter(Wishes wishes, int side, Watched watched) {
        double size = sizer.share();
        if (size > 0) {
            hold(wishes, side * size, watched.reason(side > 0 ? "rule-long" : "rule-short", watched.enter, false));
        }
    }

    private void hold(Wishes wishes, double share, Reason why) {
        wished = share;
        wishes.hold(Target.strong(0, share, why));
    }

    /** The conditions of one side. */
    private static final class Watched {

        private final List<Watch> enter;
        private final List<Watch> leave;
        private final boolean[] leaveHolds;
        private boolean enters;
        private boolean enteredBefore;
        private boolean leaves;

        Watched(@Nullable Side side, Choice choice, List<String> features) {
            enter = side == null
                    ? List.of()
                    : side.enter().stream()
                            .map(each -> Watch.of(each, choice, features))
                            .toList();
            leave = side == null
                    ? List.of()
                    : side.leave().stream()
                            .map(each -> Watch.of(each, choice, features))
                            .toList();
            leaveHolds = new boolean[leave.size()];
        }

        /** Each is looked at, also where the others have decided, because all of them remember. */
        void look(Scene scene) {
            enteredBefore = enters;
            enters = !enter.isEmpty();
            for (Watch each : enter) {
                enters &= each.holds(scene);
            }
            leaves = false;
            for (int i = 0; i < leaveHolds.length; i++) {
                leaveHolds[i] = leave.get(i).holds(scene);
                leaves |= leaveHolds[i];
            }
        }

        boolean cameTrue() {
            return enters && !enteredBefore;
        }

        Reason reason(String code, List<Watch> watches, boolean onlyWhatHolds) {
            List<Figure> figures = new ArrayList<>();
            for (int i = 0; i < watches.size(); i++) {
                if (!onlyWhatHolds || leaveHolds[i]) {
                    watches.get(i).tell(figures);
                }
            }
            return new Reason(code, figures);
        }
    }
}
