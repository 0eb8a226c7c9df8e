package io.sextant.ui.parts;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.schedule.Cadence;
import io.sextant.domain.schedule.LastRun;
import io.sextant.domain.schedule.ScheduleBook;
import io.sextant.domain.schedule.ScheduledWork;
import io.sextant.ui.i18n.Texts;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a schedule does, when, and how it went, in the reader's words and zone. */
public final class ScheduleWords {

    private static final Pattern IMPORTED = Pattern.compile("([\\d,]+) rows of ([\\d,]+) files: ([\\d,]+) bars new,"
            + " ([\\d,]+) changed, ([\\d,]+) rows set aside(?:, ([\\d,]+) files as they were)?"
            + "(?:, ([\\d,]+) files could not be read)?");
    private static final Pattern EXAMINED = Pattern.compile("([\\d,]+) series, the lowest score is (\\d+) \\((.+)\\)");

    private static final Pattern FILLED =
            Pattern.compile("([\\d,]+) series of ([a-z]+): ([\\d,]+) holes, ([\\d,]+) bars new((?:; .*)?)");
    private static final Pattern MACRO = Pattern.compile(
            "([\\d,]+) macro series: ([\\d,]+) figures new, ([\\d,]+) of them revise an older one((?:; .*)?)");

    private final Texts texts;

    public ScheduleWords(Texts texts) {
        this.texts = texts;
    }

    public String what(ScheduledWork work) {
        return switch (work) {
            case ScheduledWork.Quality() -> texts.get("schedules.what.quality");
            case ScheduledWork.Macro() -> texts.get("schedules.what.macro");
            case ScheduledWork.BackFill filling ->
                texts.get(
                        filling.instruments().size() == 1
                                ? "schedules.what.back-fill"
                                : "schedules.what.back-fill.more",
                        filling.instruments().getFirst(),
                        venue(filling.source()),
                        texts.figures().count(filling.instruments().size() - 1L));
            case ScheduledWork.Import(List<String> files) ->
                files.size() == 1
                        ? texts.get("schedules.what.import", lastName(files.getFirst()))
                        : texts.get(
                                "schedules.what.import.more",
                                lastName(files.getFirst()),
                                texts.figures().count(files.size() - 1L));
        };
    }

    /** A back-fill with all that it says. */
    public String whole(ScheduledWork.BackFill filling) {
        return texts.get(
                "schedules.what.back-fill.whole",
                filling.instruments().stream().map(InstrumentId::symbol).collect(Collectors.joining(", ")),
                venue(filling.source()),
                texts.get("chartpanel.timeframe." + filling.timeframe().name()),
                texts.figures().count(filling.days()));
    }

    /** A venue's proper name. */
    public static String venue(String label) {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    private static String lastName(String file) {
        Path name = Path.of(file).getFileName();
        return name == null ? file : name.toString();
    }

    /** The zone is named only where it is not the reader's own. */
    public String when(Cadence cadence) {
        return switch (cadence) {
            case Cadence.Every(Duration span) -> every(span);
            case Cadence.Daily(LocalTime at, ZoneId zone) -> texts.get("schedules.when.daily", at.toString(), in(zone));
            case Cadence.Weekly(DayOfWeek day, LocalTime at, ZoneId zone) ->
                texts.get("schedules.when.weekly", day(day), at.toString(), in(zone));
        };
    }

    public String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, texts.language().locale());
    }

    private String in(ZoneId zone) {
        return zone.equals(texts.figures().zone())
                ? ""
                : " " + texts.get("schedules.when.zone", zone.getId().replace('_', ' '));
    }

    private String every(Duration span) {
        long minutes = span.toMinutes();
        long hours = minutes / 60;
        if (minutes % 60 != 0) {
            return many("schedules.when.minutes", minutes);
        }
        return hours % 24 == 0 ? many("schedules.when.days", hours / 24) : many("schedules.when.hours", hours);
    }

    private String many(String key, long count) {
        return count == 1
                ? texts.get(key + ".one")
                : texts.get(key, texts.figures().count(count));
    }

    /** When it is due, or why it is not. */
    public String next(ScheduleBook.Entry entry) {
        if (entry.isRunning()) {
            return texts.get("schedules.next.running");
        }
        if (entry.wanted()) {
            return texts.get("schedules.next.soon");
        }
        return entry.next().map(next -> time(nanos(next))).orElseGet(() -> texts.get("schedules.next.paused"));
    }

    private String time(long nanos) {
        return texts.figures().dateMinute(nanos);
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }

    /** How the newest run went, in one line. */
    public String result(ScheduleBook.Entry entry) {
        return entry.last()
                .map(run -> run.isRunning() ? running(entry) : result(run))
                .orElseGet(() -> texts.get("schedules.result.never"));
    }

    public String result(LastRun run) {
        return switch (run.outcome()) {
            case RUNNING -> texts.get("schedules.result.running");
            case DONE -> said(run.text());
            case FAILED -> texts.get("schedules.result.failed", said(run.text()));
            case CANCELLED -> texts.get("schedules.result.cancelled");
            case INTERRUPTED -> texts.get("schedules.result.interrupted");
        };
    }

    private String running(ScheduleBook.Entry entry) {
        return entry.cancelled()
                ? texts.get("schedules.result.ending")
                : entry.progress()
                        .map(far -> texts.get(
                                "schedules.result.share", texts.figures().percent(100 * far.share(), 0)))
                        .orElseGet(() -> texts.get("schedules.result.running"));
    }

    public static Tone tone(ScheduleBook.Entry entry) {
        return entry.last()
                .map(run -> switch (run.outcome()) {
                    case RUNNING, DONE -> Tone.PLAIN;
                    case FAILED, INTERRUPTED -> Tone.WARNING;
                    case CANCELLED -> Tone.MUTED;
                })
                .orElse(Tone.MUTED);
    }

    /** When the newest run was, how long it took, and for how many missed ones it stands. */
    public String course(LastRun run) {
        List<String> parts = new ArrayList<>();
        String began = texts.figures().dateTime(run.startedNanos());
        parts.add(
                run.endedNanos() > run.startedNanos()
                        ? texts.get(
                                "schedules.course.took",
                                began,
                                texts.figures().duration(run.endedNanos() - run.startedNanos()))
                        : texts.get("schedules.course.began", began));
        if (run.missed() == 1) {
            parts.add(texts.get("schedules.course.missed.one"));
        } else if (run.missed() > 1) {
            parts.add(texts.get("schedules.course.missed", texts.figures().count(run.missed())));
        }
        return String.join(" ", parts);
    }

    /** What the engine said of a run; sentences that it does not know stay as they are. */
    private String said(String sentence) {
        Matcher imported = IMPORTED.matcher(sentence);
        if (imported.matches()) {
            String text = texts.get(
                    "schedules.said.imported",
                    count(imported.group(1)),
                    count(imported.group(2)),
                    count(imported.group(3)),
                    count(imported.group(4)),
                    count(imported.group(5)));
            String passed = imported.group(6) == null
                    ? ""
                    : ", " + texts.get("schedules.said.as-they-were", count(imported.group(6)));
            String unread = imported.group(7) == null
                    ? ""
                    : ", " + texts.get("schedules.said.unread", count(imported.group(7)));
            return text + passed + unread;
        }
        Matcher examined = EXAMINED.matcher(sentence);
        if (examined.matches()) {
            return texts.get("schedules.said.examined", count(examined.group(1)), examined.group(2), examined.group(3));
        }
        Matcher filled = FILLED.matcher(sentence);
        if (filled.matches()) {
            return texts.get(
                            "schedules.said.filled",
                            venue(filled.group(2)),
                            count(filled.group(1)),
                            count(filled.group(3)),
                            count(filled.group(4)))
                    + filled.group(5);
        }
        Matcher macro = MACRO.matcher(sentence);
        if (macro.matches()) {
            return texts.get(
                            "schedules.said.macro", count(macro.group(1)), count(macro.group(2)), count(macro.group(3)))
                    + macro.group(4);
        }
        return switch (sentence) {
            case "There are no bars to examine" -> texts.get("schedules.said.no-bars");
            case "There are no macro sources to read" -> texts.get("schedules.said.no-macro");
            default -> sentence;
        };
    }

    private String count(String english) {
        return texts.figures().count(Long.parseLong(english.replace(",", "")));
    }
}
