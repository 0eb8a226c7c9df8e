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
import io.sextant.voice.language.Language;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Writes the briefings of a desk that no window shows, by the desk's own schedule. One that was due while the desk did not run is written once when it
 * runs again, and says that it is late; what was written is a setting of the desk, so that none is written twice. Pages of that day that lie there
 * already are a person's, another desk's or another time's: they neither count as written nor are written over.
 */
public final class BriefingRounds implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(BriefingRounds.class.getName());
    private static final String FOLDER = "briefings";
    private static final long LOOK_SECONDS = 20;
    private static final long EARLY_SECONDS = 1;
    private static final int EARLY_TRIES = 20;
    private static final long PATIENCE_SECONDS = 5;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** Makes one from what the desk knows. */
    @FunctionalInterface
    interface Author {

        /** @param late when it was due, where that is over */
        Briefing write(Language language, Briefing.Kind kind, Instant now, Optional<Instant> late);
    }

    /** When one that could not be written is tried again. */
    private record Retry(Instant at, Duration after) {

        static Retry first(Instant now) {
            Duration wait = Duration.ofSeconds(LOOK_SECONDS);
            return new Retry(now.plus(wait), wait);
        }

        /** Each costs the engine a whole briefing, so that a full disk must not be asked three times a minute. */
        Retry next(Instant now) {
            Duration twice = after.multipliedBy(2);
            Duration longer = twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
            return new Retry(now.plus(longer), longer);
        }
    }

    private final EngineClient engine;
    private final Path usualFolder;
    private final Clock clock;
    private final ZoneId zone;
    private final Consumer<String> told;
    private final Author author;
    private final Instant begun;
    private final ScheduledExecutorService thread;
    private final Map<Owed, Integer> tries = new HashMap<>();
    private final Map<Owed, Retry> retries = new HashMap<>();
    private final Set<Owed> written = new HashSet<>();

    /**
     * @param clock goes on while the machine sleeps
     * @param told hears what was written, and what could not be, a sentence each
     */
    public BriefingRounds(EngineClient engine, Path dataFolder, Clock clock, ZoneId zone, Consumer<String> told) {
        this(engine, dataFolder, clock, zone, told, (language, kind, now, late) -> {
            Briefer briefer = new Briefer(engine, language, Timeframe.H1, zone);
            return late.isPresent() ? briefer.writeLate(kind, now, late.get()) : briefer.write(kind, now);
        });
    }

    BriefingRounds(
            EngineClient engine, Path dataFolder, Clock clock, ZoneId zone, Consumer<String> told, Author author) {
        this.engine = engine;
        usualFolder = dataFolder.resolve(FOLDER);
        this.clock = clock;
        this.zone = zone;
        this.told = told;
        this.author = author;
        begun = Instant.ofEpochSecond(0, clock.nanos());
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("sextant-briefings").daemon(true).factory());
    }

    public void begin() {
        thread.execute(() -> {
            try {
                sayIfNowhere();
            } catch (RuntimeException broken) {
                LOG.log(System.Logger.Level.WARNING, "where briefings lie was not looked at", broken);
            }
            round();
        });
    }

    /** Said while a person still looks, and not in the night when the first is due. */
    void sayIfNowhere() {
        BriefingSchedule schedule = BriefingSchedule.of(settings());
        if (schedule.at().isPresent()) {
            String folder = folder(schedule);
            boolean canBe;
            try {
                canBe = BriefingFile.canLieIn(Path.of(folder));
            } catch (InvalidPathException no) {
                canBe = false;
            }
            if (!canBe) {
                told.accept("Briefings are to be written to " + folder + ", where nothing can be written.");
            }
        }
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
        Map<String, String> settings = settings();
        BriefingSchedule schedule = BriefingSchedule.of(settings);
        List<Owed> all = schedule.owed(settings, now());
        tries.keySet().retainAll(all);
        retries.keySet().retainAll(all);
        written.retainAll(all);
        boolean soon = false;
        for (Owed owed : all) {
            Retry retry = retries.get(owed);
            if (retry == null || !retry.at().isAfter(now().toInstant())) {
                soon |= !attempt(schedule, owed);
            }
        }
        return soon;
    }

    private Map<String, String> settings() {
        return engine.ask(new Query.Settings()).toCompletableFuture().join();
    }

    private ZonedDateTime now() {
        return Instant.ofEpochSecond(0, clock.nanos()).atZone(zone);
    }

    /** Whether that is over and done with for now. What fails of one keeps no other from being written. */
    private boolean attempt(BriefingSchedule schedule, Owed owed) {
        try {
            return write(schedule, owed);
        } catch (IOException | RuntimeException failed) {
            if (!thread.isShutdown()) {
                putOff(schedule, owed, failed);
            }
            return true;
        }
    }

    private void putOff(BriefingSchedule schedule, Owed owed, Exception failed) {
        Instant now = now().toInstant();
        Retry before = retries.get(owed);
        retries.put(owed, before == null ? Retry.first(now) : before.next(now));
        if (before == null) {
            LOG.log(System.Logger.Level.WARNING, "a briefing was not written, or not noted", failed);
            if (!written.contains(owed)) {
                told.accept("The " + owed.kind().name().toLowerCase(Locale.ROOT) + " briefing could not be written"
                        + (failed instanceof IOException ? " to " + folder(schedule) : "; the log says why")
                        + "; it is tried again.");
            }
        }
    }

    private String folder(BriefingSchedule schedule) {
        return schedule.folder().orElse(usualFolder.toString());
    }

    private boolean write(BriefingSchedule schedule, Owed owed) throws IOException {
        if (written.contains(owed)) {
            note(owed);
            return true;
        }
        Path folder = Path.of(folder(schedule));
        ZonedDateTime moment = now();
        boolean late = BriefingSchedule.isLate(owed.due(), moment, begun);
        Briefing briefing = author.write(
                schedule.language(),
                owed.kind(),
                moment.toInstant(),
                late ? Optional.of(owed.due().toInstant()) : Optional.empty());
        if (briefing.early() && tries.merge(owed, 1, Integer::sum) <= EARLY_TRIES) {
            return false;
        }
        BriefingFile file = BriefingFile.unused(folder, owed.due().toLocalDate(), owed.kind(), late);
        file.write(briefing, schedule.language());
        written.add(owed);
        told.accept(briefing.title() + ": " + file.page());
        note(owed);
        return true;
    }

    /** A crash between page and note writes it once more, beside the first: a page too many is better than one that never comes. */
    private void note(Owed owed) {
        Answer answer = engine.submit(new CommandKey("briefing-" + owed.kind() + "-" + clock.nanos()), owed.written())
                .toCompletableFuture()
                .join();
        if (answer instanceof Answer.Refused refused) {
            // It is remembered here meanwhile: the next round notes it and writes nothing.
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
