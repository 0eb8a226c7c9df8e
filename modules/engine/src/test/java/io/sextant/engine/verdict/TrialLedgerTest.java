package io.sextant.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.BarSeries;
import io.sextant.engine.verdict.TrialLedger.Tried;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialLedgerTest {

    private static final BarSeries BARS = Worlds.noise(2_000, 1);
    private static final DataSketch DATA = DataSketch.of(BARS);

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private TrialLedger ledger = TrialLedger.inMemory();

    @BeforeEach
    void open() {
        file = folder.resolve("trials.log");
        ledger = new TrialLedgerFile(file);
    }

    private static Tried tried(double fast, DataSketch data, double sharpe) {
        return Tried.of("sma-cross", Worlds.sma(fast, 100), data, sharpe);
    }

    @Test
    void keepsWhatWasTriedToTheLastBitAndNothingTwice() {
        assertThat(ledger.on(DATA)).isEmpty();
        assertThat(ledger.isWhole()).isTrue();
        ledger.add(List.of(tried(5, DATA, 0.1 + 0.2), tried(6, DATA, Double.NaN)));
        ledger.add(List.of(tried(6, DATA, 7), tried(7, DATA, -1), tried(7, DATA, -1)));
        assertThat(new TrialLedgerFile(file).on(DATA))
                .containsExactly(tried(5, DATA, 0.1 + 0.2), tried(6, DATA, Double.NaN), tried(7, DATA, -1));
        assertThat(ledger.isWhole()).isTrue();
    }

    /** What is known by overlap: parts of the bars and longer files are the same data, other bars are not. */
    @Test
    void knowsBarsAgainWhateverTheFile() {
        assertThat(DATA.overlaps(DataSketch.of(BARS.copyOfRange(700, 1_500)))).isTrue();
        assertThat(DATA.overlaps(DataSketch.of(BARS.copyOfRange(1, 2_000)))).isTrue();
        assertThat(DATA.overlaps(DataSketch.of(Worlds.noise(2_000, 2)))).isFalse();
        assertThat(DataSketch.parse(DATA.text())).isEqualTo(DATA);
        ledger.add(List.of(tried(5, DATA, 1)));
        DataSketch later = DataSketch.of(BARS.copyOfRange(500, 2_000));
        ledger.add(List.of(tried(5, later, 2), tried(9, later, 2)));
        assertThat(ledger.on(DATA)).containsExactly(tried(5, DATA, 1), tried(9, later, 2));
        assertThat(ledger.on(DataSketch.of(Worlds.noise(500, 3)))).isEmpty();
    }

    @Test
    void aLineThatWasChangedOrTakenOutShows() throws IOException {
        for (int fast = 5; fast < 10; fast++) {
            ledger.add(List.of(tried(fast, DATA, fast)));
        }
        List<String> lines = Files.readAllLines(file);
        List<String> without = new ArrayList<>(lines);
        without.remove(3);
        Files.write(file, without);
        assertThat(ledger.isWhole()).isFalse();
        assertThat(ledger.on(DATA)).hasSize(4);
        List<String> changed = new ArrayList<>(lines);
        changed.set(2, changed.get(2).replace("fast=6.0", "fast=5.0"));
        Files.write(file, changed);
        assertThat(ledger.isWhole()).isFalse();
        Files.write(file, lines);
        assertThat(ledger.isWhole()).isTrue();
    }

    @Test
    void goesOnAfterALineThatACrashCutOff() throws IOException {
        ledger.add(List.of(tried(5, DATA, 1)));
        Files.writeString(file, "T\t1\tsma-cross\tfast=6", StandardOpenOption.APPEND);
        assertThat(ledger.on(DATA)).hasSize(1);
        assertThat(ledger.isWhole()).isTrue();
        ledger.add(List.of(tried(7, DATA, 2)));
        assertThat(ledger.on(DATA)).containsExactly(tried(5, DATA, 1), tried(7, DATA, 2));
        assertThat(ledger.isWhole()).isTrue();
    }

    @Test
    void severalAtOnceLoseNothing() throws InterruptedException {
        Thread[] writers = new Thread[2];
        for (int w = 0; w < 2; w++) {
            int first = 5 + 20 * w;
            writers[w] = new Thread(() -> {
                for (int i = 0; i < 10; i++) {
                    ledger.add(List.of(tried(first + i, DATA, i)));
                }
            });
        }
        for (Thread writer : writers) {
            writer.start();
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(ledger.on(DATA)).hasSize(20);
        assertThat(ledger.isWhole()).isTrue();
    }
}
