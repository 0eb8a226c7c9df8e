package io.sextant.ui.panel.features;

import io.sextant.analytics.feature.DataNeed;
import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureFamily;
import io.sextant.analytics.survey.InformationCoefficient;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Features, their numbers and their coefficients as the reader writes them. */
final class FeaturesWords {

    private static final int DECIMALS_MAX = 9;
    private static final long SOME_DAYS_NANOS = 4 * 86_400_000_000_000L;

    private final Texts texts;

    FeaturesWords(Texts texts) {
        this.texts = texts;
    }

    String family(FeatureFamily family) {
        return texts.get("features.family." + family.name());
    }

    String unit(Feature feature) {
        return texts.find("features.unit."
                        + feature.unit().replace(' ', '-').replace('/', '-').toLowerCase(Locale.ROOT))
                .orElse(feature.unit());
    }

    /** What of it is not there. */
    String missing(Feature feature, Set<DataNeed> data) {
        return feature.needs().stream()
                .filter(need -> !data.contains(need))
                .sorted(Comparator.naturalOrder())
                .map(need -> texts.get("features.need." + need.name()))
                .collect(Collectors.joining(", "));
    }

    /** With three figures of a range. */
    String value(double value, double range) {
        return texts.figures().number(value, decimals(range));
    }

    static int decimals(double range) {
        return range > 0 && Double.isFinite(range)
                ? Math.clamp((long) (2 - Math.floor(Math.log10(range))), 0, DECIMALS_MAX)
                : 2;
    }

    String correlation(double value) {
        return Double.isNaN(value) ? Figures.NONE : texts.figures().signed(value, 3);
    }

    String error(double value) {
        return Double.isNaN(value) ? Figures.NONE : "±" + texts.figures().number(value, 3);
    }

    String coefficient(InformationCoefficient told) {
        return Double.isNaN(told.value())
                ? Figures.NONE
                : correlation(told.value()) + " " + error(told.standardError());
    }

    /** A logarithmic return in hundredths of a per cent. */
    String basisPoints(double value) {
        return Double.isNaN(value) ? Figures.NONE : texts.figures().signed(value * 10_000, 2);
    }

    String index(double value) {
        return texts.figures().number(value, 3);
    }

    String count(long count) {
        return texts.figures().count(count);
    }

    /** For an axis of a span: the time of day within some days, the day beyond. */
    String shortMoment(long timeNanos, long spanNanos) {
        return spanNanos < SOME_DAYS_NANOS
                ? texts.figures().time(timeNanos)
                : texts.figures().date(timeNanos);
    }

    String moment(long timeNanos) {
        return texts.figures().dateMinute(timeNanos);
    }
}
