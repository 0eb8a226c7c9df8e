package io.sextant.ui.panel.data;

import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.dataset.CoverageDay;
import io.sextant.domain.dataset.Deduction;
import io.sextant.domain.dataset.FileImport;
import io.sextant.domain.dataset.Finding;
import io.sextant.domain.dataset.FindingKind;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.dataset.QualityReport;
import io.sextant.domain.dataset.QuarantineReason;
import io.sextant.domain.dataset.QuarantinedRow;
import io.sextant.domain.dataset.SeriesImport;
import io.sextant.domain.dataset.SessionChoice;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Bar;
import io.sextant.domain.market.Timeframe;
import io.sextant.ui.testing.FakeInstruments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Series, reports and imports as an engine tells them. */
public final class SampleData {

    public static final long DAY = 86_400_000_000_000L;

    public static final ArchivedSeries BTC = series(FakeInstruments.BTC, Timeframe.M1, "2016-01-01", 1_051_000);
    public static final ArchivedSeries HALO = series(FakeInstruments.HALO, Timeframe.D1, "2019-03-04", 1_400);
    public static final ArchivedSeries IMPORTED =
            series(InstrumentId.of("ES-201312.BID"), Timeframe.H1, "2013-10-07", 900);

    private SampleData() {}

    public static long nanos(String date) {
        return LocalDate.parse(date).toEpochDay() * DAY;
    }

    private static ArchivedSeries series(InstrumentId instrument, Timeframe timeframe, String from, long bars) {
        long first = nanos(from);
        return new ArchivedSeries(instrument, timeframe, first, first + (bars - 1) * timeframe.nominalNanos(), bars);
    }

    /** Of two years from 1 January 2016: whole, but 2 March empty, 3 March half, and Sundays closed. */
    public static QualityReport report(ArchivedSeries of) {
        List<CoverageDay> days = new ArrayList<>();
        for (LocalDate date = LocalDate.of(2016, 1, 1); date.getYear() < 2018; date = date.plusDays(1)) {
            boolean sunday = date.getDayOfWeek().getValue() == 7;
            int expected = sunday ? 0 : 1_440;
            int present =
                    date.equals(LocalDate.of(2016, 3, 2)) ? 0 : date.equals(LocalDate.of(2016, 3, 3)) ? 720 : expected;
            days.add(new CoverageDay(date.toEpochDay() * DAY, present, expected));
        }
        List<Finding> findings = List.of(
                new Finding(
                        FindingKind.GAP,
                        nanos("2016-03-02"),
                        nanos("2016-03-03") + DAY / 2,
                        2_160,
                        "2,160 bars of 1m are missing"),
                new Finding(
                        FindingKind.OUTLIER, nanos("2016-05-01"), nanos("2016-05-01"), Math.log(1.25), "an outlier"),
                new Finding(FindingKind.GAP, nanos("2017-02-02"), nanos("2017-02-02"), 1, "one bar is missing"));
        return new QualityReport(
                of.instrument().symbol(),
                SessionChoice.ALWAYS,
                of.bars(),
                of.firstNanos(),
                of.lastNanos(),
                87.3,
                List.of(
                        new Deduction(FindingKind.OUTLIER, 1, 2.5, "prices far from others"),
                        new Deduction(FindingKind.GAP, 950, 10.2, "bars are missing")),
                Map.of(FindingKind.GAP, 950L, FindingKind.OUTLIER, 1L),
                findings,
                days);
    }

    public static ImportReport imported(boolean dryRun) {
        SeriesImport series = new SeriesImport(
                IMPORTED.instrument(), Timeframe.H1, IMPORTED.firstNanos(), IMPORTED.lastNanos(), 900, 700, 3);
        FileImport good = new FileImport(
                "/prices/es.csv",
                "candles separated by \";\", decimal comma, times as year-month-day, symbol in column 2",
                List.of(series),
                List.of(
                        new Bar(IMPORTED.firstNanos(), 1_680.25, 1_684, 1_679.5, 1_683.75, 12_345),
                        new Bar(
                                IMPORTED.firstNanos() + Timeframe.H1.nominalNanos(),
                                1_683.75,
                                1_685,
                                1_683,
                                1_684,
                                900)),
                902,
                2,
                List.of(
                        new QuarantinedRow(
                                "/prices/es.csv", 17, QuarantineReason.HIGH_BELOW_LOW, "2013-10-08;1;0,5;2;1;3"),
                        new QuarantinedRow("/prices/es.csv", 40, QuarantineReason.NOT_A_NUMBER, "2013-10-09;NaN;;;;")),
                List.of("There is no column of volumes; they count as zero."),
                Optional.empty());
        FileImport bad = FileImport.failed(
                "/prices/notes.txt", "/prices/notes.txt was not understood: it has no column of times.");
        return new ImportReport(List.of(good, bad), dryRun, dryRun ? "" : "/desk/quarantine/2026-11-20.csv");
    }
}
