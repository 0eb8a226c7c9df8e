package io.sextant.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.forecast.LearningTrouble;
import io.sextant.domain.forecast.LearningTrouble.Code;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TroubleWordsTest {

    private final Texts english = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final Texts french = new Texts(Language.FRENCH, ZoneOffset.UTC);

    @ParameterizedTest
    @EnumSource(Code.class)
    void everyTroubleIsToldInBothLanguages(Code code) {
        LearningTrouble trouble = LearningTrouble.of(code, "xgb");

        assertThat(TroubleWords.sentence(trouble, english)).startsWith("xgb: ").isNotEqualTo("xgb: ");
        assertThat(TroubleWords.sentence(trouble, french))
                .startsWith("xgb\u00a0: ")
                .isNotEqualTo(TroubleWords.sentence(trouble, english));
    }

    @Test
    void tellsHowManyValuesAreMissingAsTheReaderWritesNumbers() {
        LearningTrouble few = new LearningTrouble(Code.TOO_FEW, "", 1_260, 400, "");

        assertThat(TroubleWords.sentence(few, english)).isEqualTo("it takes 1,260 values, and there are 400");
        assertThat(TroubleWords.sentence(few, french)).contains("400").doesNotContain("1,260");
    }

    @Test
    void isReadBackFromTheJournal() {
        LearningTrouble few = new LearningTrouble(Code.ERROR, "lstm, gru", 3, 4, "a | in the words");

        assertThat(LearningTrouble.parse(few.text())).contains(few);
        assertThat(LearningTrouble.parse("it was told in words once")).isEmpty();
        assertThat(LearningTrouble.parse("TOO_FEW|x|2|m|d")).isEmpty();
    }
}
