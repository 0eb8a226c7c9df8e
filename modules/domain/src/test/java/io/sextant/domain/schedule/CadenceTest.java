package io.sextant.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTest {

    @ParameterizedTest(name = "{0} after {1} is {2}")
    @CsvSource({
        "every 6h, 2026-01-01T00:00:00Z, 2026-01-01T06:00:00Z",
        "every 90m, 2026-01-01T00:00:00Z, 2026-01-01T01:30:00Z",
        "every 2d, 2026-01-01T00:00:00Z, 2026-01-03T00:00:00Z",
        "daily 18:30 Europe/Paris, 2026-01-01T00:00:00Z, 2026-01-01T17:30:00Z",
        "daily 18:30 Europe/Paris, 2026-01-01T17:30:00Z, 2026-01-02T17:30:00Z",
        "daily 18:30 Europe/Paris, 2026-07-01T17:30:00Z, 2026-07-02T16:30:00Z",
        "weekly mon 07:00 UTC, 2026-01-01T00:00:00Z, 2026-01-05T07:00:00Z",
        "weekly mon 07:00 UTC, 2026-01-05T07:00:00Z, 2026-01-12T07:00:00Z",
        "weekly thu 00:30 America/New_York, 2026-01-01T03:00:00Z, 2026-01-01T05:30:00Z"
    })
    void isDueAtTheRightMoment(String cadence, Instant last, Instant next) {
        assertThat(Cadence.parse(cadence).after(last)).isEqualTo(next);
    }

    @Test
    void aTimeThatTheSpringNightSkipsIsRunRightAfterIt() {
        Instant next = Cadence.parse("daily 02:30 Europe/Paris").after(Instant.parse("2026-03-28T12:00:00Z"));

        assertThat(next).isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void aTimeThatTheAutumnNightHasTwiceIsRunOnce() {
        Cadence cadence = Cadence.parse("daily 02:30 Europe/Paris");
        Instant first = cadence.after(Instant.parse("2026-10-24T12:00:00Z"));

        assertThat(first).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(cadence.after(first)).isEqualTo("2026-10-26T01:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"every 6h", "every 45m", "every 7d", "daily 07:05 UTC", "weekly sun 23:59 Asia/Tokyo"})
    void isReadBackAsWritten(String text) {
        assertThat(Cadence.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sometimes",
                "every",
                "every h",
                "every 10s",
                "every 0m",
                "daily 25:00",
                "daily",
                "weekly x 10:00",
                "daily 10:00 Atlantis/City"
            })
    void refusesWhatItCannotRead(String text) {
        assertThatThrownBy(() -> Cadence.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
