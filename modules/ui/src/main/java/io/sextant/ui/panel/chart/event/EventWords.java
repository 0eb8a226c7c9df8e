package io.sextant.ui.panel.chart.event;

import io.sextant.domain.forecast.Stretch;
import io.sextant.ui.i18n.Texts;

/** Marked stretches in the reader's words. */
record EventWords(Texts texts) {

    String kind(Stretch.Kind kind) {
        return texts.get("chartevents.kind." + kind.name());
    }

    String weight(double weight) {
        return weight == 0
                ? texts.get("chartevents.weight.none")
                : weight == 1
                        ? texts.get("chartevents.weight.all")
                        : texts.get("chartevents.weight.share", texts.figures().percent(100 * weight, 0));
    }

    String title(Stretch one) {
        return one.label().isEmpty() ? kind(one.kind()) : texts.get("chartevents.named", kind(one.kind()), one.label());
    }

    String times(Stretch one) {
        return texts.get(
                "chartevents.times",
                texts.figures().dateTime(one.fromNanos()),
                texts.figures().dateTime(one.endNanos()));
    }

    String whole(Stretch one) {
        return title(one) + "\n" + times(one) + "\n" + weight(one.weight());
    }
}
