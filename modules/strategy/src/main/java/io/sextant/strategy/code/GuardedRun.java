package io.sextant.strategy.code;

import io.sextant.strategy.kind.OrderWish;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Wishes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A run that ends where its code throws: what it wished at that bar is dropped, everything it may hold is wished away once, with the exception as the
 * reason, and it is not asked again. An endless loop it cannot end.
 */
final class GuardedRun implements StrategyRun {

    private final StrategyRun own;
    private final Consumer<String> failed;
    private final Heard heard = new Heard();
    private boolean stopped;

    /** @param failed hears how it failed, when it does */
    GuardedRun(StrategyRun own, Consumer<String> failed) {
        this.own = own;
        this.failed = failed;
    }

    @Override
    public void next(Scene scene, Wishes wishes) {
        if (stopped) {
            return;
        }
        heard.begin(scene.instruments());
        try {
            own.next(scene, heard);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError thrown) {
            stopped = true;
            String where = where(thrown);
            failed.accept(where + ", at the bar that ended " + Instant.ofEpochSecond(0, scene.endNanos()));
            Reason why = Reason.of("strategy-failed " + where);
            for (int k = 0; k < scene.instruments(); k++) {
                wishes.hold(Target.strong(k, 0, why));
            }
            return;
        }
        heard.targets.forEach(wishes::hold);
        heard.orders.forEach(wishes::order);
    }

    /** In one line, and where in the code it was. */
    private static String where(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
        return String.valueOf(thrown).replaceAll("\\s+", " ") + place;
    }

    /** What is wished at a bar, until it is known that the bar was gone through. */
    private static final class Heard implements Wishes {

        private final List<Target> targets = new ArrayList<>();
        private final List<OrderWish> orders = new ArrayList<>();

        private int instruments;

        void begin(int instrumentsThere) {
            instruments = instrumentsThere;
            targets.clear();
            orders.clear();
        }

        @Override
        public void hold(Target target) {
            Objects.checkIndex(target.instrument(), instruments);
            targets.add(target);
        }

        @Override
        public void order(OrderWish wish) {
            Objects.checkIndex(wish.instrument(), instruments);
            orders.add(wish);
        }
    }
}
