package io.sextant.app.assistant;

import io.sextant.app.briefing.BriefingPage;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.time.Clock;
import io.sextant.marketdata.file.WholeFile;
import io.sextant.ui.assistant.AssistantNews;
import io.sextant.ui.assistant.AssistantNews.Who;
import io.sextant.voice.assistant.Briefer;
import io.sextant.voice.assistant.Briefing;
import io.sextant.voice.language.Language;
import io.sextant.voice.text.SpokenText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    Briefings(
            EngineClient engine,
            AssistantSession.Surroundings around,
            Supplier<Language> language,
            Telling telling,
            Consumer<RuntimeException> failures) {
        this.engine = engine;
        folder = around.dataFolder().resolve(FOLDER);
        clock = around.clock();
        zone = around.zone();
        this.language = language;
        this.telling = telling;
        thread = new AssistantThread("sextant-assistant-briefings", failures);
    }

    /** @param at when the day's is written by itself, looked at again and again */
    void follow(Supplier<Optional<LocalTime>> at) {
        thread.every(LOOK_SECONDS, () -> at.get().ifPresent(this::writeIfDue));
    }

    /** Once a day, and later on the same day where the desk was closed at that time; what lies there already is not written again. */
    void writeIfDue(LocalTime at) {
        ZonedDateTime now = now();
        if (!now.toLocalTime().isBefore(at) && !Files.exists(page(Briefing.Kind.DAILY, now))) {
            write(Briefing.Kind.DAILY, EARLY_TRIES);
        }
    }

    void write(boolean weekly) {
        thread.run(() -> write(weekly ? Briefing.Kind.WEEKLY : Briefing.Kind.DAILY, EARLY_TRIES));
    }

    /** Again while models learn, which the first question may have begun. */
    private void write(Briefing.Kind kind, int tries) {
        Language spoken = language.get();
        Briefing briefing =
                new Briefer(engine, spoken, Timeframe.H1, zone).write(kind, Instant.ofEpochSecond(0, clock.nanos()));
        if (briefing.early() && tries > 0) {
            thread.later(EARLY_MILLIS, () -> write(kind, tries - 1));
            return;
        }
        SpokenText text = new SpokenText(spoken);
        ZonedDateTime now = now();
        Path page = page(kind, now);
        Path paper = page.resolveSibling(page.getFileName().toString().replace(".html", ".pdf"));
        try {
            BriefingPage drawn = new BriefingPage(briefing, spoken);
            Files.createDirectories(folder);
            String html = drawn.html();
            byte[] pdf = drawn.pdf();
            WholeFile.write(paper, out -> out.write(pdf));
            WholeFile.write(page, out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.WARNING, "a briefing was not written", failed);
            telling.tell(Who.TROUBLE, text.say("briefing.failed"));
            return;
        }
        String title = briefing.title() + " " + now.toLocalDate();
        telling.tell(Who.ASSISTANT, text.say("briefing.written", briefing.title()));
        telling.show(new AssistantNews.Briefed(title, page, paper));
    }

    private ZonedDateTime now() {
        return Instant.ofEpochSecond(0, clock.nanos()).atZone(zone);
    }

    private Path page(Briefing.Kind kind, ZonedDateTime now) {
        return folder.resolve(now.toLocalDate() + (kind == Briefing.Kind.DAILY ? "-daily" : "-weekly") + ".html");
    }

    @Override
    public void close() {
        thread.close();
    }
}
