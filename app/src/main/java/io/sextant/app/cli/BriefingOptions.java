package io.sextant.app.cli;

import io.sextant.app.briefing.BriefingSchedule;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.time.Clock;
import io.sextant.voice.language.Language;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** When a desk without a window writes its briefings. What is said is kept with the desk until something else is said. */
final class BriefingOptions {

    private static final String OFF = "off";

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    @Option(
            names = "--briefing-at",
            paramLabel = "HH:MM",
            description =
                    "Write the day's briefing at this time of every day, without a window, or off. Kept from last time if not given.")
    @Nullable String at;

    @Option(
            names = "--briefing-weekly",
            paramLabel = "DAY",
            description = "And the week's report on this day (monday to sunday) at the same time, or off.")
    @Nullable String weekly;

    @Option(names = "--briefing-lang", paramLabel = "LANGUAGE", description = "In English or French: en or fr.")
    @Nullable String language;

    @Option(
            names = "--briefing-folder",
            paramLabel = "DIR",
            description = "Where they are written; briefings in the data folder if never given.")
    @Nullable Path folder;

    /**
     * Understood before the desk opens.
     *
     * @param inWindow whether a window shows it, which writes its briefings by a wish of its own
     */
    void check(boolean inWindow) {
        if (inWindow && isSaid()) {
            throw misunderstood(
                    "Briefings by the desk's own schedule are written without a window: add --headless, or set"
                            + " the time under More in the Assistant.");
        }
        var unused = changed(BriefingSchedule.NONE, Instant.EPOCH);
    }

    /** What no clock ever writes is not kept in silence; who says off knows it. */
    private void checkTime(BriefingSchedule wished) {
        boolean asksForOne = language != null || folder != null || (weekly != null && !said(weekly, OFF));
        if (at == null && wished.at().isEmpty() && asksForOne) {
            throw misunderstood("Briefings and weekly reports need a time of the day: add --briefing-at 07:30.");
        }
    }

    private boolean isSaid() {
        return at != null || weekly != null || language != null || folder != null;
    }

    /** Keeps what was said, if anything was. */
    void keep(EngineClient engine, Clock clock) {
        if (!isSaid()) {
            return;
        }
        BriefingSchedule before = BriefingSchedule.of(
                engine.ask(new Query.Settings()).toCompletableFuture().join());
        BriefingSchedule wished = changed(before, Instant.ofEpochSecond(0, clock.nanos()));
        checkTime(wished);
        for (ChangeSetting each : wished.settings()) {
            Answer answer = engine.submit(new CommandKey(each.key() + "-" + clock.nanos()), each)
                    .toCompletableFuture()
                    .join();
            if (answer instanceof Answer.Refused(var refusal)) {
                throw new RefusedByRule(refusal.sentence());
            }
        }
    }

    /** Other times owe nothing of before; another language or folder changes no debt. */
    private BriefingSchedule changed(BriefingSchedule before, Instant now) {
        Optional<LocalTime> time = at == null
                ? before.at()
                : said(at, OFF)
                        ? Optional.empty()
                        : Optional.of(BriefingSchedule.time(at)
                                .orElseThrow(
                                        () -> misunderstood("A time of the day is like 07:30, not '" + at + "'.")));
        Optional<DayOfWeek> day = weekly == null
                ? before.weekly()
                : said(weekly, OFF)
                        ? Optional.empty()
                        : Optional.of(BriefingSchedule.day(weekly)
                                .orElseThrow(() -> misunderstood("A day is monday to sunday, not '" + weekly + "'.")));
        Language spoken = language == null
                ? before.language()
                : Language.find(language)
                        .orElseThrow(() -> misunderstood("A language is en or fr, not '" + language + "'."));
        boolean same = time.equals(before.at()) && day.equals(before.weekly());
        return new BriefingSchedule(
                time,
                day,
                spoken,
                folder == null
                        ? before.folder()
                        : Optional.of(folder.toAbsolutePath().toString()),
                same ? before.since() : now);
    }

    private static boolean said(@Nullable String text, String word) {
        return word.equalsIgnoreCase(text);
    }

    private ParameterException misunderstood(String sentence) {
        CommandSpec own = spec;
        if (own == null) {
            throw new IllegalStateException("the command line was not parsed");
        }
        return new ParameterException(own.commandLine(), sentence);
    }
}
