package io.sextant.engine.told;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

    @Test
    void aSeriesIsCalledByAWordThatAFileMayHave() {
        assertThat(ToldShelf.name(InstrumentId.of("BTC-USD.KRAKEN"), Timeframe.M1))
                .isEqualTo("BTC-USD.KRAKEN.1m");
    }
}
