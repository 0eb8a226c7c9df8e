package io.sextant.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StretchTextTest {

    @Test
    void readsWhatItWrote() {
        List<Stretch> stretches = List.of(
                Stretch.leftOut(Stretch.Kind.CRISIS, "Spring, and after", -5, 1_584_230_400_000_000_000L),
                new Stretch(Stretch.Kind.SPLIT, "", 10, 20, 0.25));
        assertThat(StretchText.read(StretchText.write(stretches))).isEqualTo(stretches);
        assertThat(StretchText.read(StretchText.write(List.of()))).isEmpty();
    }

    @Test
    void aLabelStaysOnItsLine() {
        Stretch odd = Stretch.leftOut(Stretch.Kind.OTHER, "two\nlines", 0, 1);
        assertThat(StretchText.read(StretchText.write(List.of(odd))))
                .singleElement()
                .extracting(Stretch::label)
                .isEqualTo("two lines");
    }

    @Test
    void passesOverLinesThatAreNone() {
        String text =
                "CRISIS 1 2 0.0 kept\nnonsense\nCRISIS 5 4 0.0 ends first\nFEAST 1 2 0 unknown\nSPLIT 1 2 7 too heavy";
        assertThat(StretchText.read(text)).extracting(Stretch::label).containsExactly("kept");
    }

    @Test
    void countsTheLeastOfAllThatHoldAMoment() {
        List<Stretch> stretches = List.of(
                new Stretch(Stretch.Kind.OTHER, "", 0, 10, 0.5), new Stretch(Stretch.Kind.OTHER, "", 5, 15, 0.25));
        assertThat(Stretch.weight(stretches, 4)).isEqualTo(0.5);
        assertThat(Stretch.weight(stretches, 5)).isEqualTo(0.25);
        assertThat(Stretch.weight(stretches, 15)).isEqualTo(1);
        assertThatThrownBy(() -> new Stretch(Stretch.Kind.OTHER, "", 5, 5, 1)).hasMessageContaining("ends after");
    }
}
