package io.sextant.app.briefing;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.voice.assistant.Briefing;
import io.sextant.voice.language.Language;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * When a desk writes its briefings by itself, in which language, and where: settings of the desk, so that it holds whoever starts it next.
 *
 * @param at the time of the day; no briefing at all where there is none
 * @param weekly the day on which the week's report is written too
 * @param folder where they lie; with the desk's data where there is none
 * @param since nothing that was due until then is owed
 */
public record BriefingSchedule(
        Optional<LocalTime> at, Optional<DayOfWeek> weekly, Language language, Optional<String> folder, Instant since) {

    public static final BriefingSchedule NONE =
            new BriefingSchedule(Optional.empty(), Optional.empty(), Language.ENGLISH, Optional.empty(), Instant.EPOCH);

    /** Models may take a while to learn. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String AT = "briefing.at";
    private static final String WEEKLY = "briefing.weekly";
    private static final String LANGUAGE = "briefing.language";
    private static final String FOLDER = "briefing.folder";
    private static final String SINCE = "briefing.since";
    private static final String WRITTEN = "briefing.written.";

    /** A setting that says nothing known says nothing. */
    public static BriefingSchedule of(Map<String, String> settings) {
        return new BriefingSchedule(
                read(settings, AT).flatMap(BriefingSchedule::time),
                read(settings, WEEKLY).flatMap(BriefingSchedule::day),
                read(settings, LANGUAGE).flatMap(Language::find).orElse(Language.ENGLISH),
                read(settings, FOLDER),
                read(settings, SINCE).flatMap(BriefingSchedule::instant).orElse(Instant.EPOCH));
    }

    private static Optional<String> read(Map<String, String> settings, String key) {
        return Optional.ofNullable(settings.get(key)).filter(value -> !value.isBlank());
    }

    /** As 07:30. */
    public static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** By its English name. */
    public static Optional<DayOfWeek> day(String text) {
        try {
            return Optional.of(DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    public List<ChangeSetting> settings() {
        return List.of(
                new ChangeSetting(AT, at.map(LocalTime::toString).orElse("")),
                new ChangeSetting(WEEKLY, weekly.map(DayOfWeek::name).orElse("")),
                new ChangeSetting(LANGUAGE, language.code()),
                new ChangeSetting(FOLDER, folder.orElse("")),
                new ChangeSetting(SINCE, since.toString()));
    }

    /** Of one kind, the last moment at which it was due, if it is written at all. */
    Optional<ZonedDateTime> lastDue(Briefing.Kind kind, ZonedDateTime now) {
        if (at.isEmpty() || (kind == Briefing.Kind.WEEKLY && weekly.isEmpty())) {
            return Optional.empty();
        }
        ZonedDateTime today = now.with(at.get());
        ZonedDateTime last = today.isAfter(now) ? now.minusDays(1).with(at.get()) : today;
        return Optional.of(
                kind == Briefing.Kind.DAILY ? last : last.with(TemporalAdjusters.previousOrSame(weekly.orElseThrow())));
    }

    /** What is to be written now: of several that were missed the last one only. */
    List<Owed> owed(Map<String, String> settings, ZonedDateTime now) {
        List<Owed> owed = new ArrayList<>();
        for (Briefing.Kind kind : Briefing.Kind.values()) {
            Instant written = read(settings, WRITTEN + kind)
                    .flatMap(BriefingSchedule::instant)
                    .orElse(Instant.EPOCH);
            lastDue(kind, now)
                    .filter(due ->
                            due.toInstant().isAfter(written) && due.toInstant().isAfter(since))
                    .ifPresent(due -> owed.add(new Owed(kind, due)));
        }
        return owed;
    }

    /** Whether nothing ran when it was due: it had not begun, or the machine was asleep. */
    public static boolean isLate(ZonedDateTime due, ZonedDateTime now, Instant begun) {
        return due.toInstant().isBefore(begun) || due.plus(PATIENCE).isBefore(now);
    }

    /** One that is due. */
    record Owed(Briefing.Kind kind, ZonedDateTime due) {

        ChangeSetting written() {
            return new ChangeSetting(WRITTEN + kind, due.toInstant().toString());
        }
    }
}
