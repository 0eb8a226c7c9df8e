package io.sextant.engine.alert;

import io.sextant.domain.alert.AlertCondition;
import io.sextant.domain.alert.AlertCondition.Levelled;
import io.sextant.domain.alert.AlertCondition.MoveBy;
import io.sextant.domain.alert.AlertCondition.SkillIs;
import io.sextant.domain.alert.AlertFiring;
import io.sextant.domain.alert.AlertPlan;
import io.sextant.domain.alert.AlertPriority;
import io.sextant.domain.alert.AlertState;
import io.sextant.domain.alert.AlertState.Phase;
import io.sextant.domain.alert.LevelTest;
import io.sextant.domain.alert.LevelTest.Look;
import io.sextant.domain.alert.LevelTest.Step;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

/** An alert while the desk is open. One thread at a time. */
final class Watched {

    private final AlertPlan plan;
    private AlertState state;

    Watched(AlertPlan plan, AlertState state) {
        this.plan = plan;
        this.state = state;
    }

    AlertPlan plan() {
        return plan;
    }

    AlertState state() {
        return state;
    }

    boolean isAwake(long nowNanos) {
        return !plan.paused() && !plan.isOver(nowNanos) && state.phase() != Phase.SPENT;
    }

    /**
     * What a look at a number asks for; the pause between two firings leaves an alert armed.
     *
     * @param marketNow the same time that a firing is kept with: a bar's beginning would be up to a bar too early
     */
    Step step(Look look, LongSupplier marketNow) {
        boolean armed = state.phase() == Phase.ARMED;
        List<LevelTest> tests = switch (plan.condition()) {
            case Levelled levelled -> List.of(levelled.test());
            case MoveBy move -> List.of(move.upper(), move.lower());
            case SkillIs skill -> List.of(new LevelTest(LevelTest.Direction.ABOVE, 1));
            case AlertCondition.Happening happening -> List.of();
        };
        double band = plan.repetition().band();
        if (armed) {
            boolean touched = tests.stream().anyMatch(one -> one.step(true, band, look) == Step.FIRES);
            return touched && !isResting(marketNow) ? Step.FIRES : Step.NOTHING;
        }
        boolean back = !tests.isEmpty() && tests.stream().allMatch(one -> one.step(false, band, look) == Step.REARMS);
        return back ? Step.REARMS : Step.NOTHING;
    }

    /** The number that fired it. */
    double value(Look look) {
        return switch (plan.condition()) {
            case Levelled levelled -> levelled.test().furthest(look);
            case MoveBy move -> move.upper().holds(look.high()) ? look.high() : look.low();
            case SkillIs skill -> look.last();
            case AlertCondition.Happening happening -> look.last();
        };
    }

    /** Whether something that happened then, at that place of the journal, is still to be told. */
    boolean hears(long marketNanos, long position) {
        boolean told =
                state.last().filter(last -> last.causePosition() >= position).isPresent();
        return !told && marketNanos >= plan.sinceMarketNanos() && !isResting(() -> marketNanos);
    }

    private boolean isResting(LongSupplier marketNow) {
        long pauseNanos = plan.repetition().pause().toNanos();
        return pauseNanos > 0
                && state.last()
                        .filter(last -> marketNow.getAsLong() - last.marketNanos() < pauseNanos)
                        .isPresent();
    }

    /** It fires; afterwards {@link #state} knows. */
    AlertFiring fire(long number, String value, long marketNanos, long nowNanos, long position) {
        Instant now = Instant.ofEpochSecond(0, nowNanos);
        long notBefore = plan.quiet()
                .filter(quiet -> plan.priority() != AlertPriority.URGENT && quiet.contains(now))
                .map(quiet -> quiet.endAfter(now))
                .map(end -> end.getEpochSecond() * 1_000_000_000L + end.getNano())
                .orElse(nowNanos);
        AlertFiring firing = new AlertFiring(
                number,
                plan.name(),
                plan.priority(),
                plan.condition().text(),
                value,
                marketNanos,
                nowNanos,
                position,
                notBefore,
                plan.channels());
        state = state.firedBy(firing, plan);
        return firing;
    }

    void rearm() {
        state = state.rearmed();
    }
}
