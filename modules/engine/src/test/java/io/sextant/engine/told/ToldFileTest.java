package io.sextant.engine.told;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToldFileTest {

    @TempDir
    private Path folder;

    private ToldBars<String> opened() {
        return new ToldBars<>(ToldFile.in(folder).of("one"), what -> what, Optional::of);
    }

    @Test
    void whatWasToldIsReadAsOfABarAlsoByALaterProcessAndIsNeverToldOtherwise() {
        ToldBars<String> first = opened();
        assertThat(first.isEmpty()).isTrue();
        first.tell(10, Optional.of("up"));
        first.tell(20, Optional.of("down"));
        first.tell(20, Optional.of("never"));
        first.tell(15, Optional.of("never"));
        for (ToldBars<String> each : List.of(first, opened())) {
            assertThat(each.at(9)).isEmpty();
            assertThat(each.at(10)).contains("up");
            assertThat(each.at(19)).contains("up");
            assertThat(each.at(25)).contains("down");
            assertThat(each.untilNanos()).isEqualTo(20);
        }
    }

    @Test
    void aLineThatACrashCutOffOrThatIsDamagedIsLeftOutAndTheRestGoesOn() throws Exception {
        ToldBars<String> first = opened();
        first.tell(10, Optional.of("up"));
        first.tell(20, Optional.of("down"));
        Path file = folder.resolve("one.told");
        String text = Files.readString(file);
        Files.writeString(file, text.replace("up", "no"));
        Files.writeString(file, "30\tha", StandardOpenOption.APPEND);
        ToldBars<String> later = opened();
        assertThat(later.at(10)).isEmpty();
        assertThat(later.untilNanos()).isEqualTo(20);
        later.tell(40, Optional.of("on"));
        assertThat(opened().at(40)).contains("on");
        assertThat(opened().at(30)).contains("down");
    }

    /** Against a list that forgets nothing, over many cuts and restarts. */
    @Test
    void aFileThatIsWrittenForYearsHoldsTheNewestAndNoMoreThanTwiceThat() throws Exception {
        int kept = 7;
        Path file = folder.resolve("one.told");
        List<ToldLog.Line> all = new ArrayList<>();
        ToldLog log = ToldFile.in(folder, kept).of("one");
        for (int bar = 1; bar <= 200; bar++) {
            if (bar % 31 == 0) {
                log = ToldFile.in(folder, kept).of("one");
                assertNewest(log.read(), all, kept);
            }
            ToldLog.Line line = new ToldLog.Line(bar, "été " + "x".repeat(bar));
            log.append(line);
            all.add(line);
            assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(2 * kept);
        }
        assertNewest(log.read(), all, kept);
    }

    private static void assertNewest(List<ToldLog.Line> read, List<ToldLog.Line> all, int kept) {
        assertThat(read).isEqualTo(all.subList(all.size() - Math.min(kept, all.size()), all.size()));
    }

    /** As it was before it was cut while it is written. */
    @Test
    void aFileThatGrewFarTooLongIsReadByItsEndAndCut() throws Exception {
        Path file = folder.resolve("one.told");
        ToldLog grows = ToldFile.in(folder, 1_000).of("one");
        for (int bar = 1; bar <= 500; bar++) {
            grows.append(new ToldLog.Line(bar, "told ".repeat(60)));
        }
        Files.writeString(file, "9".repeat(300_000) + "\n", StandardOpenOption.APPEND);
        grows.append(new ToldLog.Line(501, "last"));
        List<ToldLog.Line> read = ToldFile.in(folder, 10).of("one").read();
        assertThat(read)
                .as("what is no line of ours is among the newest ten, and left out")
                .extracting(ToldLog.Line::endNanos)
                .containsExactly(493L, 494L, 495L, 496L, 497L, 498L, 499L, 500L, 501L);
        assertThat(Files.readAllLines(file)).hasSize(9);
    }

    @Test
    void aSeriesIsCalledByAWordThatAFileMayHave() {
        assertThat(ToldShelf.name(InstrumentId.of("BTC-USD.KRAKEN"), Timeframe.M1))
                .isEqualTo("BTC-USD.KRAKEN.1m");
    }
}
