package io.sextant.app.assistant;

import io.sextant.app.briefing.BriefingFile;
import io.sextant.app.briefing.BriefingSchedule;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.time.Clock;
import io.sextant.ui.assistant.AssistantNews;
import io.sextant.ui.assistant.AssistantNews.Who;
import io.sextant.voice.assistant.Briefer;
import io.sextant.voice.assistant.Briefing;
import io.sextant.voice.language.Language;
import io.sextant.voice.text.SpokenText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes briefings into the data folder, when a person asks and once a day at the time that he set. On a thread of its own. */
final class Briefings implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Briefings.class.getName());
    private static final String FOLDER = "briefings";
    private static final long LOOK_SECONDS = 20;
    private static final long EARLY_MILLIS = 1_000;
    private static final int EARLY_TRIES = 20;

    private final EngineClient engine;
    private final Path folder;
    private final Clock clock;
    private final ZoneId zone;
    private final Supplier<Language> language;
    private final Telling telling;
    private final AssistantThread thread;
    private final ZonedDateTime begun;

    Briefings(
            EngineClient engine,
            AssistantSession.Surroundings around,
            Supplier<Language> language,
            Telling telling,
            Consumer<RuntimeException> failures) {
        this.engine = engine;
        folder = around.dataFolder().resolve(FOLDER);
        clock = around.wall();
        zone = around.zone();
        this.language = language;
        this.telling = telling;
        thread = new AssistantThread("sextant-assistant-briefings", failures);
        begun = now();
    }

    /** @param at when the day's is written by itself, looked at again and again */
    void follow(Supplier<Optional<LocalTime>> at) {
        thread.every(LOOK_SECONDS, () -> at.get().ifPresent(this::writeIfDue));
    }

    /**
     * Once a day, and later on the same day where the desk was closed at that time, which is said then; what lies there already is not written again.
     */
    void writeIfDue(LocalTime at) {
        ZonedDateTime now = now();
        if (!now.toLocalTime().isBefore(at) && !BriefingFile.exists(folder, now.toLocalDate(), Briefing.Kind.DAILY)) {
            ZonedDateTime due = now.with(at);
            write(
                    Briefing.Kind.DAILY,
                    EARLY_TRIES,
                    BriefingSchedule.isLate(due, now, begun.toInstant())
                            ? Optional.of(due.toInstant())
                            : Optional.empty());
        }
    }

    void write(boolean weekly) {
        thread.run(() -> write(weekly ? Briefing.Kind.WEEKLY : Briefing.Kind.DAILY, EARLY_TRIES, Optional.empty()));
    }

    /** Again while models learn, which the first question may have begun. */
    private void write(Briefing.Kind kind, int tries, Optional<Instant> late) {
        Language spoken = language.get();
        Briefer briefer = new Briefer(engine, spoken, Timeframe.H1, zone);
        Instant moment = now().toInstant();
        Briefing briefing =
                late.map(due -> briefer.writeLate(kind, moment, due)).orElseGet(() -> briefer.write(kind, moment));
        if (briefing.early() && tries > 0) {
            thread.later(EARLY_MILLIS, () -> write(kind, tries - 1, late));
            return;
        }
        SpokenText text = new SpokenText(spoken);
        ZonedDateTime now = now();
        BriefingFile file = BriefingFile.in(folder, now.toLocalDate(), kind, late.isPresent());
        try {
            file.write(briefing, spoken);
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.WARNING, "a briefing was not written", failed);
            telling.tell(Who.TROUBLE, text.say("briefing.failed"));
            return;
        }
        String title = briefing.title() + " " + now.toLocalDate();
        telling.tell(Who.ASSISTANT, text.say("briefing.written", briefing.title()));
        telling.show(new AssistantNews.Briefed(title, file.page(), file.paper()));
    }

    private ZonedDateTime now() {
        return Instant.ofEpochSecond(0, clock.nanos()).atZone(zone);
    }

    @Override
    public void close() {
        thread.close();
    }
}
