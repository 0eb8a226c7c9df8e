package io.sextant.ui.panel.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.Timeframe;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedSetTest {

    @Test
    void isReadAsItWasWritten() {
        List<NamedSet> sets =
                List.of(new NamedSet("élan, court", List.of("rsi_14", "vol_20")), new NamedSet("nothing", List.of()));
        assertThat(NamedSet.read(NamedSet.write(sets))).isEqualTo(sets);
        assertThat(NamedSet.read("")).isEmpty();
        assertThat(NamedSet.read("no tab\n\tno name\nfine\ta")).containsExactly(new NamedSet("fine", List.of("a")));
    }

    @Test
    void namesAreKeptShortAndOnOneLine() {
        assertThat(NamedSet.clean("  a \t\n b ")).isEqualTo("a b");
        assertThat(NamedSet.clean("x".repeat(200))).hasSize(NamedSet.NAME_MAX);
    }

    @Test
    void choicesAreRememberedWithoutThePeerAndOnlyWhenOffered() {
        Subject chosen = new Subject(Timeframe.H1, 5_000, Optional.empty(), 20, 4);
        assertThat(Subject.read(chosen.write())).contains(chosen);
        assertThat(Subject.read("1h 5001 20 4")).isEmpty();
        assertThat(Subject.read("1h 5000 20")).isEmpty();
        assertThat(Subject.read("for ever")).isEmpty();
    }
}
