package io.sextant.ui.parts;

import io.sextant.domain.habit.HabitFact;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;

/** What a person's own orders showed, said kindly. */
public final class HabitWords {

    private final Texts texts;

    public HabitWords(Texts texts) {
        this.texts = texts;
    }

    public String say(HabitFact fact) {
        Figures figures = texts.figures();
        String measured = switch (fact.kind()) {
            case AFTER_A_LOSS -> figures.number(fact.measured(), 1);
            case MANY_ORDERS -> figures.count(Math.round(fact.measured()));
            case ADDED_TO_A_LOSER, STOP_MOVED_AWAY -> figures.percent(fact.measured(), 1);
        };
        return texts.get("habits." + fact.kind().name(), fact.instrument(), measured, figures.number(fact.usual(), 0));
    }
}
