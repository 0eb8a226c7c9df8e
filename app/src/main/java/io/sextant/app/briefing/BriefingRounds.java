package io.sextant.app.briefing;

import io.sextant.app.briefing.BriefingSchedule.Owed;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.time.Clock;
import io.sextant.voice.assistant.Briefer;
import io.sextant.voice.assistant.Briefing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Writes the briefings of a desk that no window shows, by the desk's own schedule. One that was due while the desk did not run is written once when it
 * runs again, and says that it is late; what was written is a setting of the desk, so that none is written twice.
 */
public final class BriefingRounds implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(BriefingRounds.class.getName());
    private static final String FOLDER = "briefings";
    private static final long LOOK_SECONDS = 20;
    private static final long EARLY_SECONDS = 1;
    private static final int EARLY_TRIES = 20;
    private static final long PATIENCE_SECONDS = 5;

    private final EngineClient engine;
    private final Path usualFolder;
    private final Clock clock;
    private final ZoneId zone;
    private final Consumer<String> told;
    private final Instant begun;
    private final ScheduledExecutorService thread;
    private final Map<Owed, Integer> tries = new HashMap<>();
    private final Set<Owed> failed = new HashSet<>();

    /** @param told hears what was written, and what could not be, a sentence each */
    public BriefingRounds(EngineClient engine, Path dataFolder, Clock clock, ZoneId zone, Consumer<String> told) {
        this.engine = engine;
        usualFolder = dataFolder.resolve(FOLDER);
        this.clock = clock;
        this.zone = zone;
        this.told = told;
        begun = Instant.ofEpochSecond(0, clock.nanos());
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("sextant-briefings").daemon(true).factory());
    }

    public void begin() {
        thread.execute(this::round);
    }

    private void round() {
        boolean soon = false;
        try {
            soon = look();
        } catch (RuntimeException broken) {
            if (thread.isShutdown()) {
                return;
            }
            LOG.log(System.Logger.Level.WARNING, "briefings met a fault", broken);
        }
        if (!thread.isShutdown()) {
            var unused = thread.schedule(this::round, soon ? EARLY_SECONDS : LOOK_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Writes what is due; whether to look again soon, because models still learn. */
    boolean look() {
        Map<String, String> settings =
                engine.ask(new Query.Settings()).toCompletableFuture().join();
        BriefingSchedule schedule = BriefingSchedule.of(settings);
        boolean soon = false;
        for (Owed owed : schedule.owed(settings, now())) {
            soon |= !write(schedule, owed);
        }
        return soon;
    }

    private ZonedDateTime now() {
        return Instant.ofEpochSecond(0, clock.nanos()).atZone(zone);
    }

    /** Whether that is over and done with for now. */
    private boolean write(BriefingSchedule schedule, Owed owed) {
        Path folder = schedule.folder().map(Path::of).orElse(usualFolder);
        if (BriefingFile.exists(folder, owed.due().toLocalDate(), owed.kind())) {
            note(owed);
            return true;
        }
        ZonedDateTime moment = now();
        boolean late = BriefingSchedule.isLate(owed.due(), moment, begun);
        Briefer briefer = new Briefer(engine, schedule.language(), Timeframe.H1, zone);
        Briefing briefing = late
                ? briefer.writeLate(owed.kind(), moment.toInstant(), owed.due().toInstant())
                : briefer.write(owed.kind(), moment.toInstant());
        if (briefing.early() && tries.merge(owed, 1, Integer::sum) <= EARLY_TRIES) {
            return false;
        }
        BriefingFile file = BriefingFile.in(folder, owed.due().toLocalDate(), owed.kind(), late);
        try {
            file.write(briefing, schedule.language());
        } catch (IOException full) {
            if (failed.add(owed)) {
                LOG.log(System.Logger.Level.WARNING, "a briefing was not written", full);
                told.accept(briefing.title() + " could not be written to " + file.page() + "; it is tried again.");
            }
            return true;
        }
        note(owed);
        told.accept(briefing.title() + ": " + file.page());
        return true;
    }

    private void note(Owed owed) {
        tries.remove(owed);
        failed.remove(owed);
        Answer answer = engine.submit(new CommandKey("briefing-" + owed.kind() + "-" + clock.nanos()), owed.written())
                .toCompletableFuture()
                .join();
        if (answer instanceof Answer.Refused refused) {
            // The page lies there: the next round sees that, and notes it.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "not noted: " + refused.refusal().sentence());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            var unused = thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
