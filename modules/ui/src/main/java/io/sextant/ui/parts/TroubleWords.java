package io.sextant.ui.parts;

import io.sextant.domain.forecast.LearningTrouble;
import io.sextant.ui.i18n.Texts;

/** Why something could not be learned, in the person's language. */
public final class TroubleWords {

    private TroubleWords() {}

    public static String sentence(LearningTrouble trouble, Texts texts) {
        String why = texts.get(
                "learning." + trouble.code().name(),
                texts.figures().count(trouble.needed()),
                texts.figures().count(trouble.there()),
                trouble.detail());
        return trouble.model().isEmpty() ? why : texts.get("learning.of", trouble.model(), why);
    }
}
