package io.sextant.app.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.voice.assistant.Briefing.Kind;
import io.sextant.voice.language.Language;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BriefingScheduleTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalTime EARLY = LocalTime.of(7, 30);

    private static BriefingSchedule weekly(Instant since) {
        return new BriefingSchedule(
                Optional.of(EARLY),
                Optional.of(DayOfWeek.MONDAY),
                Language.FRENCH,
                Optional.of("/somewhere/else"),
                since);
    }

    /** A clock on the wall that remembers when it last struck, over three weeks in which summer ends. */
    @Test
    void whatWasDueLastIsWhatAClockOnTheWallWouldHaveStruck() {
        BriefingSchedule schedule = weekly(Instant.EPOCH);
        ZonedDateTime now = ZonedDateTime.of(2026, 10, 12, 0, 0, 0, 0, PARIS);
        Optional<ZonedDateTime> day = Optional.empty();
        Optional<ZonedDateTime> week = Optional.empty();
        int struck = 0;
        for (int quarter = 0; quarter < 21 * 24 * 4; quarter++) {
            if (now.toLocalTime().equals(EARLY)) {
                struck++;
                day = Optional.of(now);
                week = now.getDayOfWeek() == DayOfWeek.MONDAY ? Optional.of(now) : week;
            }
            if (week.isPresent()) {
                assertThat(schedule.lastDue(Kind.DAILY, now)).isEqualTo(day);
                assertThat(schedule.lastDue(Kind.WEEKLY, now)).isEqualTo(week);
            }
            now = now.plusMinutes(15);
        }
        assertThat(struck).isEqualTo(21);
    }

    @Test
    void ofSeveralThatWereMissedOneIsOwedAndNoneFromBeforeItWasWishedFor() {
        ZonedDateTime now = ZonedDateTime.of(2026, 11, 19, 9, 0, 0, 0, PARIS);
        BriefingSchedule schedule = weekly(now.minusDays(9).toInstant());
        assertThat(schedule.owed(Map.of(), now))
                .containsExactly(
                        new BriefingSchedule.Owed(Kind.DAILY, now.with(EARLY)),
                        new BriefingSchedule.Owed(Kind.WEEKLY, now.with(EARLY).minusDays(3)));

        Map<String, String> noted = new HashMap<>();
        schedule.owed(Map.of(), now)
                .forEach(each -> noted.put(each.written().key(), each.written().value()));
        assertThat(schedule.owed(noted, now)).isEmpty();
        assertThat(schedule.owed(noted, now.plusDays(1).with(EARLY).minusSeconds(1)))
                .isEmpty();
        assertThat(schedule.owed(noted, now.plusDays(1).with(EARLY)))
                .extracting(BriefingSchedule.Owed::kind)
                .containsExactly(Kind.DAILY);

        assertThat(weekly(now.minusHours(1).toInstant()).owed(Map.of(), now)).isEmpty();
        assertThat(BriefingSchedule.NONE.owed(Map.of(), now)).isEmpty();
    }

    @Test
    void settingsSayItAgain() {
        BriefingSchedule schedule = weekly(Instant.parse("2026-11-19T08:00:00Z"));
        Map<String, String> settings = new HashMap<>();
        for (ChangeSetting each : schedule.settings()) {
            settings.put(each.key(), each.value());
        }
        assertThat(BriefingSchedule.of(settings)).isEqualTo(schedule);
        assertThat(BriefingSchedule.of(Map.of())).isEqualTo(BriefingSchedule.NONE);
        assertThat(BriefingSchedule.of(Map.of("briefing.at", "soon", "briefing.weekly", "some day")))
                .isEqualTo(BriefingSchedule.NONE);
    }
}
