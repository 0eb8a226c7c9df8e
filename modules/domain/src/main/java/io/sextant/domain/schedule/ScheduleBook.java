package io.sextant.domain.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All schedules with their last runs, as the desk's settings tell them. */
public record ScheduleBook(List<Entry> entries) {

    private static final int MOST_MISSED = 1_000;
    private static final Duration LATE = Duration.ofMinutes(1);

    /**
     * A schedule and what became of it.
     *
     * @param progress of the last run, empty when none was told or it is of an earlier one
     * @param next when it is due; empty while it is paused
     * @param wanted somebody asked for the next run, whatever the clock says
     * @param cancelled somebody asked the last run to end
     */
    public record Entry(
            Schedule schedule,
            Optional<LastRun> last,
            Optional<RunProgress> progress,
            Optional<Instant> next,
            boolean wanted,
            boolean cancelled) {

        public boolean isRunning() {
            return last.filter(LastRun::isRunning).isPresent();
        }

        /**
         * How many times passed without a run until now, the one that is due included once it is a minute late; {@value
         * #MOST_MISSED} stands for more as well.
         */
        public int missed(Instant now) {
            int missed = 0;
            Optional<Instant> due = wanted ? Optional.empty() : next;
            while (due.isPresent() && !due.get().plus(LATE).isAfter(now) && missed < MOST_MISSED) {
                missed++;
                due = due.map(schedule.cadence()::after);
            }
            return missed;
        }
    }

    public ScheduleBook {
        entries = List.copyOf(entries);
    }

    public static ScheduleBook of(Map<String, String> settings) {
        Map<String, LastRun> runs = new HashMap<>();
        Map<String, RunProgress> progress = new HashMap<>();
        for (Map.Entry<String, String> one : settings.entrySet()) {
            LastRun.findIn(one).ifPresent(run -> runs.put(run.name(), run));
            RunProgress.findIn(one).ifPresent(far -> progress.put(far.name(), far));
        }
        return new ScheduleBook(settings.entrySet().stream()
                .map(Schedule::findIn)
                .flatMap(Optional::stream)
                .map(schedule -> entry(
                        schedule,
                        Optional.ofNullable(runs.get(schedule.name())),
                        Optional.ofNullable(progress.get(schedule.name())),
                        settings))
                .sorted(Comparator.comparing(one -> one.schedule().name()))
                .toList());
    }

    /**
     * Counted from the last run's beginning, so however many were missed while the desk was closed, one catches up. A change of
     * the schedule begins the count anew.
     */
    private static Entry entry(
            Schedule schedule, Optional<LastRun> last, Optional<RunProgress> told, Map<String, String> settings) {
        long lastNanos = last.map(LastRun::startedNanos).orElse(Long.MIN_VALUE);
        Optional<RunProgress> progress = told.filter(far -> far.startedNanos() == lastNanos);
        boolean cancelled = time(settings, Schedule.CANCELLED + schedule.name()) == lastNanos && last.isPresent();
        long wanted = time(settings, Schedule.WANTED + schedule.name());
        if (wanted > lastNanos) {
            return new Entry(schedule, last, progress, Optional.of(Instant.ofEpochSecond(0, wanted)), true, cancelled);
        }
        long from = Math.max(schedule.sinceNanos(), lastNanos);
        Optional<Instant> next = schedule.paused()
                ? Optional.empty()
                : Optional.of(schedule.cadence().after(Instant.ofEpochSecond(0, from)));
        return new Entry(schedule, last, progress, next, false, cancelled);
    }

    private static long time(Map<String, String> settings, String key) {
        String text = settings.getOrDefault(key, "");
        boolean number =
                text.matches("\\d{1,18}") || (text.matches("\\d{19}") && text.compareTo("9223372036854775807") <= 0);
        return number ? Long.parseLong(text) : Long.MIN_VALUE;
    }

    public Optional<Entry> find(String name) {
        return entries.stream()
                .filter(entry -> entry.schedule().name().equals(name))
                .findFirst();
    }

    /** Those whose time has come, the longest overdue first. */
    public List<Entry> due(Instant now) {
        return entries.stream()
                .filter(entry -> entry.next().filter(next -> !next.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(entry -> entry.next().orElse(now)))
                .toList();
    }
}
