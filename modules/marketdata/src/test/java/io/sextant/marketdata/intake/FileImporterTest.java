package io.sextant.marketdata.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.dataset.FileImport;
import io.sextant.domain.dataset.ImportChoices;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.dataset.QuarantineReason;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Bar;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileImporterTest {

    private static final InstrumentId X = InstrumentId.of("X");

    @TempDir
    Path folder;

    private final SortedArchive archive = new SortedArchive();

    @Test
    void importingTwiceStoresNothingTwice() throws IOException {
        Path file = minutes("x.csv", 0, 500);

        ImportReport first = run(List.of(file), ImportChoices.NONE);
        ImportReport second = run(List.of(file), ImportChoices.NONE);

        assertThat(first.added()).isEqualTo(500);
        assertThat(second.added()).isZero();
        assertThat(second.changed()).isZero();
        assertThat(second.bars()).isEqualTo(500);
        assertThat(archive.appends()).isEqualTo(1);
        assertThat(bars(Timeframe.M1).size()).isEqualTo(500);
    }

    private ImportReport runArrived() {
        return importer()
                .runArrived(
                        List.of(folder.resolve("in")),
                        ImportChoices.NONE,
                        new Watch(),
                        ImportedFiles.open(folder.resolve("imported.tsv")));
    }

    @Test
    void readsOnlyWhatArrivedInAFolder() throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        Files.move(minutes("x.csv", 0, 500), in.resolve("x.csv"));
        Files.writeString(in.resolve("notes.txt"), "not prices at all");
        ImportReport first = runArrived();
        assertThat(first.added()).isEqualTo(500);
        assertThat(first.unchangedFiles()).isZero();

        ImportReport second = runArrived();
        assertThat(second.unchangedFiles()).isEqualTo(1);
        assertThat(second.files()).as("what was not understood is tried again").hasSize(1);

        Files.move(minutes("y.csv", 0, 20), in.resolve("y.csv"));
        Files.writeString(in.resolve("x.csv"), "2024-01-02 00:00:00,1,2,1,2,5\n", StandardOpenOption.APPEND);
        ImportReport third = runArrived();
        assertThat(third.added()).as("what the longer file and the new one add").isEqualTo(21);
        assertThat(third.unchangedFiles()).isZero();
    }

    @Test
    void readsAFileAgainWhoseSeriesTheArchiveHasNoMore() throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        Files.move(minutes("x.csv", 0, 50), in.resolve("x.csv"));
        runArrived();
        assertThat(runArrived().unchangedFiles()).isEqualTo(1);
        archive.clear();
        assertThat(runArrived().added()).isEqualTo(50);
    }

    @Test
    void barsThatSaySomethingElseReplaceTheOldOnesAndAreCounted() throws IOException {
        run(List.of(minutes("x.csv", 0, 10)), ImportChoices.NONE);

        Path corrected = Files.writeString(folder.resolve("x.csv"), """
                time,open,high,low,close,volume
                2024-01-01 00:03:00,7,9,6,8,1
                2024-01-01 00:10:00,7,9,6,8,1
                2024-01-01 00:11:00,7,9,6,8,1
                """);
        ImportReport report = run(List.of(corrected), ImportChoices.NONE);

        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.added()).isEqualTo(2);
        assertThat(bars(Timeframe.M1).get(3).close()).isEqualTo(8);
    }

    @Test
    void aDryRunTellsEverythingAndLeavesNothing() throws IOException {
        Path file = minutes("x.csv", 0, 10);
        Files.writeString(file, "2023-01-01 00:00:00,1,1,1,1,1\n", StandardOpenOption.APPEND);

        ImportReport report = run(List.of(file), ImportChoices.NONE.asDryRun());

        assertThat(report.dryRun()).isTrue();
        assertThat(report.added()).isEqualTo(10);
        FileImport one = report.files().getFirst();
        assertThat(one.firstBars()).hasSize(5);
        assertThat(one.layout()).contains("candles");
        assertThat(one.quarantined()).singleElement().satisfies(row -> {
            assertThat(row.reason()).isEqualTo(QuarantineReason.TIME_GOES_BACK);
            assertThat(row.line()).isEqualTo(12);
        });
        assertThat(archive.appends()).isZero();
        assertThat(folder.resolve("quarantine.csv")).doesNotExist();
    }

    @Test
    void impossibleRowsAreKeptInAFileWithLineAndReason() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), """
                time,open,high,low,close,volume
                2024-01-01 00:00:00,1,2,1,2,5
                2024-01-01 00:01:00,1,"NaN",1,2,5
                2024-01-01 00:02:00,1,2,1,2,5
                2024-01-01 00:03:00,1,2,1,2,5
                """);

        ImportReport report = run(List.of(file), ImportChoices.NONE);

        assertThat(report.quarantineFile())
                .isEqualTo(folder.resolve("quarantine.csv").toString());
        assertThat(Files.readString(folder.resolve("quarantine.csv"))).isEqualTo("""
                file,line,reason,row
                "x.csv",3,NOT_A_NUMBER,"2024-01-01 00:01:00,1,""NaN"",1,2,5"
                """);
        assertThat(report.rows()).isEqualTo(4);
        assertThat(report.bars() + report.quarantinedRows()).isEqualTo(4);
    }

    @Test
    void aThousandFilesOfAFolderBecomeOneSeries() throws IOException {
        Path many = Files.createDirectory(folder.resolve("many"));
        for (int i = 0; i < 1_000; i++) {
            Files.move(minutes("x.csv", i * 20, 20), many.resolve("x_1m_2024-" + (1_000 + i) + ".csv"));
        }

        ImportReport report =
                run(List.of(many), new ImportChoices(Optional.of(X), ZoneOffset.UTC, Optional.empty(), false, false));

        assertThat(report.files()).hasSize(1_000);
        assertThat(report.added()).isEqualTo(20_000);
        assertThat(bars(Timeframe.M1).size()).isEqualTo(20_000);
    }

    @Test
    void aFileThatIsNotUnderstoodDoesNotStopTheOthers() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.csv"), "nothing\n");

        ImportReport report = run(List.of(odd, folder.resolve("none.csv"), minutes("x.csv", 0, 5)), ImportChoices.NONE);

        assertThat(report.failedFiles()).isEqualTo(2);
        assertThat(report.added()).isEqualTo(5);
        assertThat(report.files())
                .extracting(FileImport::problem)
                .anySatisfy(problem -> assertThat(problem)
                        .hasValueSatisfying(text -> assertThat(text).contains("odd.csv")));
    }

    @Test
    void theBarsOfTheDesksOwnMarketAreLeftAlone() throws IOException {
        ImportReport report = new FileImporter(archive, X::equals, Quarantine::none)
                .run(List.of(minutes("x.csv", 0, 5)), ImportChoices.NONE, new Watch());

        assertThat(report.failedFiles()).isEqualTo(1);
        assertThat(report.files().getFirst().problem())
                .hasValueSatisfying(text -> assertThat(text).contains("X").contains("--symbol"));
        assertThat(archive.appends()).isZero();
    }

    @Test
    void tradesOfTwoFilesShareTheSecondAtTheirSeam() throws IOException {
        Path first = Files.writeString(folder.resolve("x.1.csv"), """
                time,price,amount
                1700000000100,10,1
                1700000001200,12,2
                """);
        Path second = Files.writeString(folder.resolve("x.2.csv"), """
                time,price,amount
                1700000001300,8,4
                1700000002000,9,1
                """);
        ImportChoices choices = new ImportChoices(Optional.of(X), ZoneOffset.UTC, Optional.empty(), false, false);

        run(List.of(first, second), choices);
        ImportReport again = run(List.of(first, second), choices);

        assertThat(bars(Timeframe.S1).get(1)).isEqualTo(new Bar(1_700_000_001_000_000_000L, 12, 12, 8, 8, 6));
        assertThat(bars(Timeframe.S1).size()).isEqualTo(3);
        assertThat(again.added()).isZero();
    }

    @Test
    void barsOfALengthThatIsNotStoredBecomeTheNextOne() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), """
                time,open,high,low,close,volume
                2024-01-01 00:00:00,1,2,1,2,5
                2024-01-01 02:00:00,2,3,2,3,5
                2024-01-01 04:00:00,3,4,3,4,5
                """);

        ImportReport report = run(List.of(file), ImportChoices.NONE);

        assertThat(bars(Timeframe.H4).size()).isEqualTo(2);
        assertThat(bars(Timeframe.H4).get(0).volume()).isEqualTo(10);
        assertThat(report.files().getFirst().notes())
                .anySatisfy(note -> assertThat(note).contains("2h").contains("4h"));
    }

    @Test
    void whoCancelsGetsNoReportAndTheSameImportGoesOnLater() throws IOException {
        Path file = minutes("x.csv", 0, 200_000);
        Watch watch = new Watch();
        watch.cancelAt = 50_000;

        assertThatThrownBy(() -> importer().run(List.of(file), ImportChoices.NONE, watch))
                .isInstanceOf(CancellationException.class);
        run(List.of(file), ImportChoices.NONE);

        assertThat(bars(Timeframe.M1).size()).isEqualTo(200_000);
        assertThat(watch.rows.get()).isGreaterThanOrEqualTo(50_000);
    }

    @Test
    void progressReachesTheEnd() throws IOException {
        Watch watch = new Watch();

        importer().run(List.of(minutes("x.csv", 0, 50_000), minutes("y.csv", 0, 5)), ImportChoices.NONE, watch);

        assertThat(watch.rows.get()).isEqualTo(50_005);
        assertThat(watch.share).isEqualTo(1);
    }

    private FileImporter importer() {
        return new FileImporter(archive, any -> false, () -> new QuarantineFile(folder.resolve("quarantine.csv")));
    }

    private ImportReport run(List<Path> files, ImportChoices choices) {
        return importer().run(files, choices, new Watch());
    }

    private BarSeries bars(Timeframe timeframe) {
        return archive.read(X, timeframe, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private Path minutes(String name, int from, int count) throws IOException {
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
        LocalDateTime time = LocalDateTime.of(2024, 1, 1, 0, 0).plusMinutes(from);
        for (int i = 0; i < count; i++) {
            double open = 100 + (from + i) % 50;
            text.append(time.toString().replace('T', ' '))
                    .append(":00,")
                    .append(open)
                    .append(',')
                    .append(open + 2)
                    .append(',')
                    .append(open - 1)
                    .append(',')
                    .append(open + 1)
                    .append(",5\n");
            time = time.plusMinutes(1);
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private static final class Watch implements ImportProgress {

        private final AtomicLong rows = new AtomicLong();
        private long cancelAt = Long.MAX_VALUE;
        private double share;

        @Override
        public void share(double done) {
            share = done;
        }

        @Override
        public void rows(long more) {
            rows.addAndGet(more);
        }

        @Override
        public void checkCancelled() {
            if (rows.get() >= cancelAt) {
                throw new CancellationException("enough");
            }
        }
    }
}
