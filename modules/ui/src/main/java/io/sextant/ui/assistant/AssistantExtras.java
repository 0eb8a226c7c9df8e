package io.sextant.ui.assistant;

import java.time.LocalTime;
import java.util.Optional;

/**
 * What the assistant does without being asked, and whom else it asks.
 *
 * @param recommends whether it shows rare signals with measured skill
 * @param briefingAt when the day's briefing is written by itself; never where there is no time
 */
public record AssistantExtras(boolean recommends, Optional<LocalTime> briefingAt, OwnModelWish ownModel) {

    public static final AssistantExtras USUAL = new AssistantExtras(true, Optional.empty(), OwnModelWish.OFF);

    public AssistantExtras withRecommends(boolean on) {
        return new AssistantExtras(on, briefingAt, ownModel);
    }

    public AssistantExtras with(Optional<LocalTime> time) {
        return new AssistantExtras(recommends, time, ownModel);
    }

    public AssistantExtras with(OwnModelWish wish) {
        return new AssistantExtras(recommends, briefingAt, wish);
    }

    /** Whether it has something to do before anybody asks. */
    public boolean byItself() {
        return recommends || briefingAt.isPresent();
    }
}
