package io.sextant.ui.panel.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.portfolio.WeightTrouble;
import io.sextant.domain.portfolio.WeightTrouble.Code;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightWordsTest {

    @ParameterizedTest
    @EnumSource(Code.class)
    void everyTroubleIsToldInBothLanguagesWithWhatItIsAbout(Code code) {
        WeightTrouble trouble = new WeightTrouble(code, "HALO", 0.0425, "It cannot be.");
        String english = WeightWords.sentence(trouble, new Texts(Language.ENGLISH, ZoneOffset.UTC));
        String french = WeightWords.sentence(trouble, new Texts(Language.FRENCH, ZoneOffset.UTC));
        assertThat(english).isNotBlank().isNotEqualTo(french).doesNotContain("{");
        assertThat(french).isNotBlank().doesNotContain("{");
        switch (code) {
            case NOTHING_ABOVE_RISK_FREE -> assertThat(french).contains("4,25");
            case BEYOND_BOUNDS -> assertThat(french).contains("4,25").contains("HALO");
            case DOES_NOT_MOVE -> assertThat(english).contains("HALO");
            case OTHER -> assertThat(french).contains("It cannot be.");
            case RISKLESS_ABOVE_RISK_FREE, BEYOND_LIMITS, NOT_FULL_RANK, VIEWS_CLASH, UNSETTLED ->
                assertThat(french).doesNotContain("cannot");
        }
    }
}
