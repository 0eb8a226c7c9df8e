package io.sextant.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StrategyWordsTest {

    private final Texts texts = new Texts(Language.FRENCH, ZoneOffset.UTC);
    private final StrategyWords words = new StrategyWords(texts);

    @Test
    void tellsAReasonAndItsFiguresInTheReadersLanguage() {
        String reason = "crossed-up fast-mean=101.2 slow-mean=100.9";

        assertThat(words.reason(reason))
                .isEqualTo(
                        "La moyenne rapide est passée au-dessus de la lente (moyenne rapide 101,2, moyenne lente 100,9)");
        texts.languageProperty().set(Language.ENGLISH);
        assertThat(words.reason(reason))
                .isEqualTo("The fast mean crossed above the slow one (fast mean 101.2, slow mean 100.9)");
    }

    @Test
    void leavesWhatSomebodyNamedHimselfAsItIs() {
        assertThat(words.reason("my-own spread=3")).isEqualTo("my-own (spread 3)");
    }
}
