package io.sextant.ui.chart;

import io.sextant.analytics.pattern.AfterEffect;
import io.sextant.analytics.pattern.PatternHit;
import io.sextant.analytics.pattern.PatternKind;
import java.util.Optional;

/** What a chart says of the shapes that it shows, in the reader's language. */
public interface PatternWords {

    /** In two or three words. */
    String name(PatternKind kind);

    /** What was found when, and what followed shapes of its kind in the bars of this chart. */
    String say(PatternHit hit, long knownNanos, Optional<AfterEffect> effect);
}
