package io.sextant.engine.habit;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.Event;
import io.sextant.domain.habit.HabitFact;
import io.sextant.domain.habit.HabitJudge;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Reads the newest part of the journal, so that it knows its person, and tells only what happens from now on. It tells and does nothing else: no
 * order waits for it, and none is refused.
 */
public final class HabitWatch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HabitWatch.class.getName());

    /** So far back it reads: weeks of a busy desk, and a fraction of a second. */
    private static final long READ_BACK = 50_000;

    private final EngineClient engine;
    private final HabitJudge judge = new HabitJudge();
    private @Nullable Subscription events;
    private long knownUntil;
    private volatile boolean closing;

    public HabitWatch(EngineClient engine) {
        this.engine = engine;
    }

    /** @param journalEnd what happened until there was seen by an earlier watch */
    public void begin(long journalEnd) {
        knownUntil = journalEnd;
        events = engine.subscribe(new Topic.Events(Math.max(0, journalEnd - READ_BACK)), this::heard);
    }

    private void heard(Event event) {
        judge.hear(event).filter(fact -> fact.position() > knownUntil).ifPresent(this::tell);
    }

    /** Under the name of what showed it, so that told again it is done once. */
    private void tell(HabitFact fact) {
        engine.submit(new CommandKey("habit-" + fact.position() + "-" + fact.kind()), fact.toSetting())
                .whenComplete((answer, failure) -> {
                    if (failure != null && !closing) {
                        LOG.log(System.Logger.Level.WARNING, "a habit was not told", failure);
                    }
                });
    }

    @Override
    public void close() {
        closing = true;
        Subscription open = events;
        if (open != null) {
            open.close();
        }
    }
}
