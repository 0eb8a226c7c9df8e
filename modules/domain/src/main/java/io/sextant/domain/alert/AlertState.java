package io.sextant.domain.alert;

import io.sextant.domain.command.ChangeSetting;
import java.util.Map;
import java.util.Optional;

/**
 * How far an alert is. Written before its firing is told, and with the firing in it, so that a crash between the two neither loses the firing
 * nor makes it twice.
 *
 * @param sinceNanos of the plan it belongs to; a changed plan begins anew
 * @param fired how often
 */
public record AlertState(String alert, long sinceNanos, Phase phase, int fired, Optional<AlertFiring> last) {

    /** Whether it can fire now. */
    public enum Phase {
        ARMED,
        /** It fired and waits for the number to go back. */
        LATCHED,
        /** It was to fire once, and did. */
        SPENT
    }

    static final String STATE = "alert.state.";

    public static AlertState fresh(AlertPlan plan) {
        return new AlertState(plan.name(), plan.sinceNanos(), Phase.ARMED, 0, Optional.empty());
    }

    /** Of a plan that was paused, resumed or changed: it begins anew, but what it told already stays told and its pause goes on. */
    AlertState begunAnew(AlertPlan plan) {
        Optional<AlertFiring> told =
                last.filter(firing -> firing.condition().equals(plan.condition().text()));
        return new AlertState(plan.name(), plan.sinceNanos(), Phase.ARMED, 0, told);
    }

    /** The command that forgets it. */
    public static ChangeSetting removal(String alert) {
        return new ChangeSetting(STATE + alert, "");
    }

    public boolean isOf(AlertPlan plan) {
        return alert.equals(plan.name()) && sinceNanos == plan.sinceNanos();
    }

    public AlertState firedBy(AlertFiring firing, AlertPlan plan) {
        Phase next = plan.repetition().once()
                ? Phase.SPENT
                : plan.condition() instanceof AlertCondition.Standing ? Phase.LATCHED : Phase.ARMED;
        return new AlertState(alert, sinceNanos, next, fired + 1, Optional.of(firing));
    }

    public AlertState rearmed() {
        return new AlertState(alert, sinceNanos, Phase.ARMED, fired, last);
    }

    public ChangeSetting toSetting() {
        return new ChangeSetting(
                STATE + alert,
                sinceNanos + "\n" + phase + "\n" + fired + "\n"
                        + last.map(AlertFiring::text).orElse(""));
    }

    /** Reads one setting; empty when it is none. */
    static Optional<AlertState> findIn(Map.Entry<String, String> setting) {
        String[] lines = setting.getValue().split("\n", 4);
        if (!setting.getKey().startsWith(STATE) || lines.length != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AlertState(
                    setting.getKey().substring(STATE.length()),
                    Long.parseLong(lines[0]),
                    Phase.valueOf(lines[1]),
                    Integer.parseInt(lines[2]),
                    AlertFiring.read(lines[3])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
