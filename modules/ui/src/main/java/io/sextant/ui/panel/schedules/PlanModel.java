package io.sextant.ui.panel.schedules;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.schedule.Cadence;
import io.sextant.domain.schedule.Schedule;
import io.sextant.domain.schedule.ScheduledWork;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the reader says of a schedule that is made or changed. */
final class PlanModel {

    /** What it does. */
    enum Work {
        IMPORT,
        BACK_FILL,
        MACRO,
        QUALITY
    }

    /** The venues that can be asked for bars of the past. */
    enum Venue {
        BINANCE,
        KRAKEN,
        COINBASE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By what it is counted. */
    enum Rhythm {
        EVERY,
        DAILY,
        WEEKLY
    }

    /** The unit of a rhythm that counts. */
    enum Unit {
        MINUTES,
        HOURS,
        DAYS;

        Duration of(long count) {
            return switch (this) {
                case MINUTES -> Duration.ofMinutes(count);
                case HOURS -> Duration.ofHours(count);
                case DAYS -> Duration.ofDays(count);
            };
        }
    }

    private static final long MOST_COUNT = 10_000;
    private static final String USUAL_TIME = "18:30";
    private static final String USUAL_DAYS = "30";

    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Work> work = new SimpleObjectProperty<>(Work.IMPORT);
    private final StringProperty files = new SimpleStringProperty("");
    private final ObjectProperty<Venue> venue = new SimpleObjectProperty<>(Venue.BINANCE);
    private final StringProperty symbols = new SimpleStringProperty("");
    private final ObjectProperty<Timeframe> bars = new SimpleObjectProperty<>(Timeframe.H1);
    private final StringProperty days = new SimpleStringProperty(USUAL_DAYS);
    private final ObjectProperty<Rhythm> rhythm = new SimpleObjectProperty<>(Rhythm.DAILY);
    private final StringProperty count = new SimpleStringProperty("6");
    private final ObjectProperty<Unit> unit = new SimpleObjectProperty<>(Unit.HOURS);
    private final ObjectProperty<DayOfWeek> day = new SimpleObjectProperty<>(DayOfWeek.MONDAY);
    private final StringProperty time = new SimpleStringProperty(USUAL_TIME);
    private final StringProperty zone = new SimpleStringProperty("UTC");
    private final ObjectProperty<Optional<Schedule>> before = new SimpleObjectProperty<>(Optional.empty());
    private final StringBinding problem;
    private Set<String> taken = Set.of();

    PlanModel() {
        Observable[] said = {
            open, name, work, files, venue, symbols, bars, days, rhythm, count, unit, day, time, zone, before
        };
        problem = Bindings.createStringBinding(this::firstProblem, said);
    }

    BooleanProperty open() {
        return open;
    }

    StringProperty name() {
        return name;
    }

    ObjectProperty<Work> work() {
        return work;
    }

    /** One file or folder a line. */
    StringProperty files() {
        return files;
    }

    ObjectProperty<Venue> venue() {
        return venue;
    }

    /** Symbols with commas or blanks between them. */
    StringProperty symbols() {
        return symbols;
    }

    /** The length of the bars that are filled. */
    ObjectProperty<Timeframe> bars() {
        return bars;
    }

    /** How many days a back-fill looks back. */
    StringProperty days() {
        return days;
    }

    ObjectProperty<Rhythm> rhythm() {
        return rhythm;
    }

    StringProperty count() {
        return count;
    }

    ObjectProperty<Unit> unit() {
        return unit;
    }

    ObjectProperty<DayOfWeek> day() {
        return day;
    }

    StringProperty time() {
        return time;
    }

    StringProperty zone() {
        return zone;
    }

    /** The schedule that is changed, empty while one is made. */
    ObjectProperty<Optional<Schedule>> before() {
        return before;
    }

    /** The name of the first thing that is missing or wrong, empty when it can be kept. */
    StringBinding problem() {
        return problem;
    }

    void begin(Set<String> names, ZoneId reader) {
        taken = Set.copyOf(names);
        before.set(Optional.empty());
        name.set("");
        work.set(Work.IMPORT);
        files.set("");
        venue.set(Venue.BINANCE);
        symbols.set("");
        bars.set(Timeframe.H1);
        days.set(USUAL_DAYS);
        rhythm.set(Rhythm.DAILY);
        count.set("6");
        unit.set(Unit.HOURS);
        day.set(DayOfWeek.MONDAY);
        time.set(USUAL_TIME);
        zone.set(reader.getId());
        open.set(true);
    }

    void change(Schedule schedule, Set<String> names, ZoneId reader) {
        begin(names, reader);
        before.set(Optional.of(schedule));
        name.set(schedule.name());
        switch (schedule.work()) {
            case ScheduledWork.Import(List<String> all) -> {
                work.set(Work.IMPORT);
                files.set(String.join("\n", all));
            }
            case ScheduledWork.Quality() -> work.set(Work.QUALITY);
            case ScheduledWork.Macro() -> work.set(Work.MACRO);
            case ScheduledWork.BackFill filling -> take(filling);
        }
        switch (schedule.cadence()) {
            case Cadence.Every(Duration span) -> {
                rhythm.set(Rhythm.EVERY);
                takeSpan(span);
            }
            case Cadence.Daily(LocalTime at, ZoneId of) -> {
                rhythm.set(Rhythm.DAILY);
                time.set(at.toString());
                zone.set(of.getId());
            }
            case Cadence.Weekly(DayOfWeek on, LocalTime at, ZoneId of) -> {
                rhythm.set(Rhythm.WEEKLY);
                day.set(on);
                time.set(at.toString());
                zone.set(of.getId());
            }
        }
    }

    private void take(ScheduledWork.BackFill filling) {
        work.set(Work.BACK_FILL);
        Arrays.stream(Venue.values())
                .filter(one -> one.label().equals(filling.source()))
                .forEach(venue::set);
        symbols.set(filling.instruments().stream().map(InstrumentId::symbol).collect(Collectors.joining(", ")));
        bars.set(filling.timeframe());
        days.set(Integer.toString(filling.days()));
    }

    private void takeSpan(Duration span) {
        long minutes = span.toMinutes();
        Unit fits = minutes % (24 * 60) == 0 ? Unit.DAYS : minutes % 60 == 0 ? Unit.HOURS : Unit.MINUTES;
        unit.set(fits);
        count.set(Long.toString(minutes / fits.of(1).toMinutes()));
    }

    void addFiles(List<String> more) {
        String sofar = files.get().strip();
        files.set((sofar.isEmpty() ? "" : sofar + "\n") + String.join("\n", more));
    }

    void stepCount(int steps) {
        long now = wholeCount().orElse(1L);
        count.set(Long.toString(Math.clamp(now + steps, 1, MOST_COUNT)));
    }

    void close() {
        open.set(false);
    }

    /** As it would be kept; empty while something is missing or wrong. */
    Optional<Schedule> schedule(long nowNanos) {
        if (!firstProblem().isEmpty()) {
            return Optional.empty();
        }
        ScheduledWork does = switch (work.get()) {
            case IMPORT -> new ScheduledWork.Import(fileList());
            case BACK_FILL ->
                new ScheduledWork.BackFill(
                        venue.get().label(),
                        symbolList().orElseThrow(),
                        bars.get(),
                        dayCount().orElseThrow());
            case MACRO -> new ScheduledWork.Macro();
            case QUALITY -> new ScheduledWork.Quality();
        };
        boolean paused = before.get().filter(Schedule::paused).isPresent();
        return cadence().map(often -> new Schedule(name.get().strip(), often, does, paused, nowNanos));
    }

    private String firstProblem() {
        String called = name.get().strip();
        if (called.isEmpty() || called.length() > Schedule.LONGEST_NAME) {
            return "name";
        }
        boolean own = before.get().map(Schedule::name).filter(called::equals).isPresent();
        if (taken.contains(called) && !own) {
            return "taken";
        }
        String missing = workProblem();
        if (!missing.isEmpty()) {
            return missing;
        }
        return switch (rhythm.get()) {
            case EVERY -> wholeCount().isEmpty() ? "count" : "";
            case DAILY, WEEKLY -> timeOfDay().isEmpty() ? "time" : zoneId().isEmpty() ? "zone" : "";
        };
    }

    private String workProblem() {
        return switch (work.get()) {
            case IMPORT -> fileList().isEmpty() ? "files" : "";
            case BACK_FILL -> symbolList().isEmpty() ? "symbols" : dayCount().isEmpty() ? "days" : "";
            case MACRO, QUALITY -> "";
        };
    }

    /** Empty when there is none, or one that is no symbol. */
    private Optional<List<InstrumentId>> symbolList() {
        List<String> typed = Arrays.stream(
                        symbols.get().toUpperCase(Locale.ROOT).split("[\\s,;]+"))
                .filter(symbol -> !symbol.isEmpty())
                .toList();
        return typed.isEmpty() || !typed.stream().allMatch(InstrumentId::isSymbol)
                ? Optional.empty()
                : Optional.of(typed.stream().map(InstrumentId::of).toList());
    }

    private Optional<Integer> dayCount() {
        String typed = days.get().strip();
        return typed.matches("\\d{1,4}")
                ? Optional.of(Integer.parseInt(typed))
                        .filter(many -> many >= 1 && many <= ScheduledWork.BackFill.MOST_DAYS)
                : Optional.empty();
    }

    private List<String> fileList() {
        return files.get()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private Optional<Cadence> cadence() {
        return switch (rhythm.get()) {
            case EVERY -> wholeCount().map(often -> new Cadence.Every(unit.get().of(often)));
            case DAILY -> timeOfDay().flatMap(at -> zoneId().map(of -> new Cadence.Daily(at, of)));
            case WEEKLY -> timeOfDay().flatMap(at -> zoneId().map(of -> new Cadence.Weekly(day.get(), at, of)));
        };
    }

    private Optional<Long> wholeCount() {
        String typed = count.get().strip();
        return typed.matches("\\d{1,5}")
                ? Optional.of(Long.parseLong(typed)).filter(often -> often >= 1 && often <= MOST_COUNT)
                : Optional.empty();
    }

    private Optional<LocalTime> timeOfDay() {
        String typed = time.get().strip().replace('h', ':').replace('.', ':');
        try {
            return Optional.of(LocalTime.parse(typed.matches("\\d:\\d\\d") ? "0" + typed : typed));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private Optional<ZoneId> zoneId() {
        try {
            return Optional.of(ZoneId.of(zone.get().strip().replace(' ', '_')));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
