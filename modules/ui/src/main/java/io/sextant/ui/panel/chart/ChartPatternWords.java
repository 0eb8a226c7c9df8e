package io.sextant.ui.panel.chart;

import io.sextant.analytics.pattern.AfterEffect;
import io.sextant.analytics.pattern.PatternHit;
import io.sextant.analytics.pattern.PatternKind;
import io.sextant.ui.chart.PatternWords;
import io.sextant.ui.i18n.Texts;
import java.util.Optional;

/** Shapes by their names, with what followed them here. */
record ChartPatternWords(Texts texts) implements PatternWords {

    @Override
    public String name(PatternKind kind) {
        return texts.get("patterns.kind." + kind.code());
    }

    @Override
    public String say(PatternHit hit, long knownNanos, Optional<AfterEffect> effect) {
        String known = texts.get(
                "patterns.known",
                name(hit.kind()),
                texts.figures().dateTime(knownNanos),
                texts.get("patterns.points." + Integer.signum(hit.direction())));
        return known + "\n" + effect.map(this::followed).orElseGet(() -> texts.get("patterns.followed.none"));
    }

    private String followed(AfterEffect effect) {
        String usual = texts.figures().signedPercent(100 * effect.usual(), 3);
        String mean = texts.figures().signedPercent(100 * effect.mean(), 3);
        return effect.hits() < 2
                ? texts.get("patterns.followed.once", effect.horizonBars(), mean, usual)
                : texts.get(
                        "patterns.followed",
                        effect.hits(),
                        effect.horizonBars(),
                        mean,
                        texts.figures().percent(100 * effect.standardError(), 3),
                        usual);
    }
}
