package io.sextant.marketdata.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.dataset.QuarantineReason;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {

    @TempDir
    Path folder;

    @Test
    void everyRowThatCannotBeTrueIsKeptWithItsLineAndReason() {
        String text = """
                time,open,high,low,close,volume
                2024-01-01 00:00:00,10,12,9,11,5
                2024-01-01 00:01:00,10,NaN,9,11,5
                2024-01-01 00:02:00,10,12,-9,11,5
                2024-01-01 00:03:00,10,12,9,11,-5
                2024-01-01 00:04:00,10,9,12,11,5
                2024-01-01 00:05:00,13,12,9,11,5

                2024-01-01 00:06:00,10,12,9,11,5
                2024-01-01 00:05:30,10,12,9,11,5
                2024-01-01 00:06:00,10,12,9,11,5
                2024-01-01 00:06:00,10,13,9,11,5
                2024-01-01 00:07:00,10,12,9
                2024-01-01 00:07:00,10,,9,11,5
                yesterday,10,12,9,11,5
                2024-01-01 00:08:00,10,12,9,11,5
                """;

        FileSeries read = FileSeries.read(Texts.file(folder, "x.csv", text), Texts.PLAIN);

        Map<Long, QuarantineReason> reasons = new LinkedHashMap<>();
        read.quarantined().forEach(row -> reasons.put(row.line(), row.reason()));
        Map<Long, QuarantineReason> expected = new LinkedHashMap<>();
        expected.put(3L, QuarantineReason.NOT_A_NUMBER);
        expected.put(4L, QuarantineReason.PRICE_NOT_POSITIVE);
        expected.put(5L, QuarantineReason.NEGATIVE_VOLUME);
        expected.put(6L, QuarantineReason.HIGH_BELOW_LOW);
        expected.put(7L, QuarantineReason.OUTSIDE_RANGE);
        expected.put(10L, QuarantineReason.TIME_GOES_BACK);
        expected.put(11L, QuarantineReason.DUPLICATE);
        expected.put(12L, QuarantineReason.CONFLICTING_DUPLICATE);
        expected.put(13L, QuarantineReason.MISSING_CELL);
        expected.put(14L, QuarantineReason.MISSING_CELL);
        expected.put(15L, QuarantineReason.NOT_A_TIME);
        assertThat(reasons).isEqualTo(expected);
        assertThat(read.getSeries("X").size()).isEqualTo(3);
        assertThat(read.rows()).isEqualTo(14);
        assertThat(read.quarantinedRows()).isEqualTo(11);
        assertThat(read.quarantined().getFirst().text()).isEqualTo("2024-01-01 00:01:00,10,NaN,9,11,5");
    }
}
