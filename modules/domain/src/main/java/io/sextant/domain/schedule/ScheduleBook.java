package io.sextant.domain.schedule;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All schedules with their last runs, as the desk's settings tell them. */
public record ScheduleBook(List<Entry> entries) {

    /** A schedule, its last run, and when it is due next; empty while it is paused. */
    public record Entry(Schedule schedule, Optional<LastRun> last, Optional<Instant> next) {}

    public ScheduleBook {
        entries = List.copyOf(entries);
    }

    public static ScheduleBook of(Map<String, String> settings) {
        Map<String, LastRun> runs = new HashMap<>();
        settings.entrySet().forEach(one -> LastRun.findIn(one).ifPresent(run -> runs.put(run.name(), run)));
        return new ScheduleBook(settings.entrySet().stream()
                .map(Schedule::findIn)
                .flatMap(Optional::stream)
                .map(schedule -> entry(
                        schedule,
                        Optional.ofNullable(runs.get(schedule.name())),
                        settings.getOrDefault(Schedule.WANTED + schedule.name(), "")))
                .sorted(Comparator.comparing(one -> one.schedule().name()))
                .toList());
    }

    /**
     * Counted from the last run's beginning, so however many were missed while the desk was closed, one catches up. A change of
     * the schedule begins the count anew.
     */
    private static Entry entry(Schedule schedule, Optional<LastRun> last, String wanted) {
        long lastNanos = last.map(LastRun::startedNanos).orElse(Long.MIN_VALUE);
        if (isNumber(wanted) && Long.parseLong(wanted) > lastNanos) {
            return new Entry(schedule, last, Optional.of(Instant.ofEpochSecond(0, Long.parseLong(wanted))));
        }
        long from = Math.max(schedule.sinceNanos(), lastNanos);
        Optional<Instant> next = schedule.paused()
                ? Optional.empty()
                : Optional.of(schedule.cadence().after(Instant.ofEpochSecond(0, from)));
        return new Entry(schedule, last, next);
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,18}") || (text.matches("\\d{19}") && text.compareTo("9223372036854775807") <= 0);
    }

    public Optional<Entry> find(String name) {
        return entries.stream()
                .filter(entry -> entry.schedule().name().equals(name))
                .findFirst();
    }

    /** Those whose time has come, the longest overdue first. */
    public List<Schedule> due(Instant now) {
        return entries.stream()
                .filter(entry -> entry.next().filter(next -> !next.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(entry -> entry.next().orElse(now)))
                .map(Entry::schedule)
                .toList();
    }
}
