package io.sextant.ui.panel.data.quality;

import io.sextant.domain.dataset.CoverageDay;
import io.sextant.domain.dataset.Deduction;
import io.sextant.domain.dataset.Finding;
import io.sextant.ui.i18n.Texts;
import java.util.Locale;

/** What was found, in the reader's language: the engine's own sentences are in English. */
final class QualityWords {

    private static final double POOR_BELOW = 60;
    private static final double GOOD_FROM = 85;

    private final Texts texts;

    QualityWords(Texts texts) {
        this.texts = texts;
    }

    /** What it took the points for. */
    String sentence(Deduction deduction) {
        return texts.get(
                "quality.deduction." + deduction.kind().name(),
                deduction.count(),
                texts.figures().count(deduction.count()));
    }

    String points(Deduction deduction) {
        return texts.figures().signed(-deduction.points(), deduction.points() < 0.1 ? 2 : 1);
    }

    /** What its size says; the unit is of its kind. */
    String sentence(Finding finding) {
        double size = finding.size();
        return switch (finding.kind()) {
            case GAP, STALE -> say(finding, texts.figures().count(Math.round(size)));
            case OUTLIER -> say(finding, percent(Math.expm1(size)));
            case CROSSED -> say(finding, percent(size));
            case ZONE -> say(finding, texts.figures().number(100 * size, 0));
            case SPLIT -> say(finding, texts.figures().number(Math.exp(size), 2));
            case ANOMALY -> say(finding, texts.figures().number(size, 2));
            case ZERO_VOLUME ->
                size > 0
                        ? texts.get("quality.finding.ZERO_VOLUME.moved", percent(size))
                        : texts.get("quality.finding.ZERO_VOLUME");
            case IMPOSSIBLE, DUPLICATE ->
                texts.get("quality.finding." + finding.kind().name());
        };
    }

    private String say(Finding finding, String size) {
        return texts.get("quality.finding." + finding.kind().name(), Math.round(finding.size()), size);
    }

    private String percent(double share) {
        return texts.figures().percent(100 * share, Math.abs(share) < 0.01 ? 2 : 1);
    }

    /** How good, in a word: a figure alone does not say where it lies. */
    String grade(double score) {
        return texts.get("quality.grade." + gradeOf(score).toLowerCase(Locale.ROOT));
    }

    static String gradeOf(double score) {
        if (score >= GOOD_FROM) {
            return "GOOD";
        }
        return score < POOR_BELOW ? "POOR" : "FAIR";
    }

    /** A day of the calendar: what is there of what should be. */
    String day(CoverageDay day) {
        String date = texts.figures().utcDate(day.dayNanos());
        if (day.expected() == 0) {
            return day.present() == 0
                    ? texts.get("quality.day.closed", date)
                    : texts.get("quality.day.unexpected", date, texts.figures().count(day.present()));
        }
        return texts.get(
                "quality.day",
                date,
                texts.figures().count(day.present()),
                texts.figures().count(day.expected()),
                texts.figures().percent(100.0 * day.present() / day.expected(), 1));
    }
}
