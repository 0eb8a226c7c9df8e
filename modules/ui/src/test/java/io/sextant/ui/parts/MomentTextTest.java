package io.sextant.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MomentTextTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void readsDaysMinutesAndSecondsInTheReadersZone() {
        assertThat(MomentText.read(" 2026-11-20 ", PARIS)).contains(nanos("2026-11-19T23:00:00Z"));
        assertThat(MomentText.read("2026-07-01 13:45", PARIS)).contains(nanos("2026-07-01T11:45:00Z"));
        assertThat(MomentText.read("2026-11-20T13:45:07", PARIS)).contains(nanos("2026-11-20T12:45:07Z"));
        assertThat(MomentText.read("yesterday", PARIS)).isEmpty();
        assertThat(MomentText.read("2026-13-01", PARIS)).isEmpty();
    }

    @Test
    void whatItWritesItReads() {
        long moment = nanos("2026-03-29T01:30:00Z");
        assertThat(MomentText.read(MomentText.write(moment, PARIS), PARIS)).contains(moment);
    }

    private static long nanos(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }
}
