package io.sextant.ui.panel.optimiser;

import io.sextant.domain.portfolio.WeightTrouble;
import io.sextant.ui.i18n.Texts;

/** Why there are no weights, in the person's language. */
final class WeightWords {

    private WeightWords() {}

    static String sentence(WeightTrouble trouble, Texts texts) {
        return trouble.code() == WeightTrouble.Code.OTHER
                ? texts.get("optimiser.unsolved", trouble.english())
                : texts.get(
                        "optimiser.trouble." + trouble.code().name(),
                        trouble.name(),
                        texts.figures().percent(100 * trouble.figure(), 2));
    }
}
