package io.sextant.ui.panel.chart.studies;

import io.sextant.analytics.indicator.IndicatorKind;
import io.sextant.analytics.indicator.Parameter;
import io.sextant.analytics.ta4j.Ta4jIndicators;
import io.sextant.ui.i18n.Texts;
import java.util.Locale;

/** Indicators and their numbers in the reader's language; what has no word yet goes by its code. */
record StudyWords(Texts texts) {

    String name(IndicatorKind kind) {
        return Ta4jIndicators.isNamed(kind.code())
                ? texts.get("studies.of-ta4j")
                : texts.find("studies.kind." + kind.code()).orElse(kind.code());
    }

    /** Code and name, for the list and its search. */
    String entry(IndicatorKind kind) {
        return kind.code().toUpperCase(Locale.ROOT) + "  " + name(kind);
    }

    String name(Parameter parameter) {
        return texts.find("studies.parameter." + parameter.name()).orElse(parameter.name());
    }

    String place(IndicatorKind kind) {
        return switch (kind.place()) {
            case ON_PRICES -> texts.get("studies.place.on-prices");
            case BELOW -> texts.get("studies.place.below");
        };
    }
}
