package io.sextant.ui.parts;

import io.sextant.domain.order.Trail;
import io.sextant.ui.i18n.Texts;

/** How far behind a trailing stop stays, in the reader's language. */
public final class TrailWords {

    private static final double BPS_PER_PERCENT = 100.0;

    private final Texts texts;

    public TrailWords(Texts texts) {
        this.texts = texts;
    }

    public String say(Trail trail) {
        return switch (trail) {
            case Trail.ByAmount(var distance) -> texts.figures().price(distance);
            case Trail.ByShare(int bps) -> texts.figures().percent(bps / BPS_PER_PERCENT, 2);
        };
    }
}
