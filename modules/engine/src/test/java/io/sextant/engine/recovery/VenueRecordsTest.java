package io.sextant.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.engine.testing.MemoryJournal;
import io.sextant.execution.outside.VenueReport;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Reports of a venue cannot be made again: bytes of the first version stay readable for ever. A line here is never changed. */
class VenueRecordsTest {

    private static final long NANOS = 1_795_132_800_123_456_789L;

    private static final Map<VenueReport, String> GOLDEN = new LinkedHashMap<>();

    static {
        GOLDEN.put(new VenueReport.Accepted(42, NANOS), "02aab496c0a9f1cbe9310254");
        GOLDEN.put(new VenueReport.Rejected(42, NANOS, RefusalCode.VENUE_FUNDS), "02aab496c0a9f1cbe9310454fa2e");
        GOLDEN.put(
                new VenueReport.Filled(42, 77, NANOS, 6_425_050, 12, true, "BTC", 12_000),
                "02aab496c0a9f1cbe93106549a01b4a79006180206425443c0bb01");
        GOLDEN.put(new VenueReport.Cancelled(42, NANOS), "02aab496c0a9f1cbe9310854");
        GOLDEN.put(new VenueReport.CancelRejected(42, NANOS, RefusalCode.NOT_AT_VENUE), "02aab496c0a9f1cbe9310a54802f");
        GOLDEN.put(new VenueReport.Amended(42, NANOS, 20, 6_400_000), "02aab496c0a9f1cbe9310c542880a08d06");
        GOLDEN.put(new VenueReport.AmendRejected(42, NANOS, RefusalCode.NEVER_ARRIVED), "02aab496c0a9f1cbe9310e54fe2e");
        GOLDEN.put(new VenueReport.Silent(42, NANOS), "02aab496c0a9f1cbe9311054");
        GOLDEN.put(
                new VenueReport.Doubted(NANOS, VenueTrust.UNREACHABLE, "été"), "02aab496c0a9f1cbe931120806e90174e901");
        GOLDEN.put(
                new VenueReport.Read(
                        NANOS,
                        List.of(new VenueDifference(VenueDifference.Kind.ORDER_UNKNOWN_HERE, "17", "", "buy 1")),
                        List.of(new VenueReport.Holding("USDT", 1_000_000, 1))),
                "02aab496c0a9f1cbe931140202043137000a627579203102085553445480897a02");
        GOLDEN.put(
                new VenueReport.From(1, new VenueReport.Accepted(42, NANOS)),
                "02aab496c0a9f1cbe931160202aab496c0a9f1cbe9310254");
    }

    @Test
    void reportsAreWrittenAsTheyAlwaysWere() {
        List<String> written = GOLDEN.keySet().stream()
                .map(report -> {
                    StateBytes bytes = new StateBytes();
                    VenueRecords.write(bytes, report);
                    return HexFormat.of().formatHex(bytes.toByteArray());
                })
                .toList();
        assertThat(written).isEqualTo(List.copyOf(GOLDEN.values()));
    }

    @Test
    void reportsAreReadFromOldBytes() {
        List<VenueReport> read = GOLDEN.values().stream()
                .map(hex -> VenueRecords.read(StateBytes.reader(HexFormat.of().parseHex(hex))))
                .toList();
        assertThat(read).isEqualTo(List.copyOf(GOLDEN.keySet()));
    }

    @Test
    void everyKindOfReportHasAnExample() {
        assertThat(GOLDEN.keySet().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.of(VenueReport.class.getPermittedSubclasses()));
    }

    @Test
    void aReportIsInTheJournalBeforeItTakesEffect() {
        MemoryJournal journal = new MemoryJournal();
        List<Long> positions = new ArrayList<>();
        VenueRecords records = new VenueRecords(journal, () -> 5, report -> positions.add(journal.lastPosition()));
        records.onReport(new VenueReport.Accepted(1, NANOS));
        records.onReport(new VenueReport.Cancelled(1, NANOS));
        assertThat(positions).containsExactly(1L, 2L);
        journal.read(0, (position, kind, sequence, payload, offset, length) -> {
            assertThat(kind).isEqualTo(RecordKind.VENUE);
            assertThat(sequence).isEqualTo(5);
        });
    }
}
