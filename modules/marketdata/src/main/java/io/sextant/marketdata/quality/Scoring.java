package io.sextant.marketdata.quality;

import io.sextant.domain.dataset.Deduction;
import io.sextant.domain.dataset.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Points off a hundred, each with its reason. A share of the bars costs so many points, up to a limit a kind. */
final class Scoring {

    private final Findings findings;
    private final List<Deduction> deductions = new ArrayList<>();
    private double score = 100;

    Scoring(Findings findings) {
        this.findings = findings;
    }

    /** {@code share} of all there should be, which costs {@code perShare} points for the whole, at most {@code most}. */
    void share(FindingKind kind, double share, double perShare, double most, String what) {
        long count = findings.count(kind);
        if (count == 0) {
            return;
        }
        double points = Math.min(most, perShare * share);
        deduct(kind, count, points, String.format(Locale.ENGLISH, "%s: %.4g %% of the bars", what, 100 * share));
    }

    /** Each costs the same, at most {@code most} together. */
    void each(FindingKind kind, double points, double most, String what) {
        long count = findings.count(kind);
        if (count > 0) {
            deduct(kind, count, Math.min(most, points * count), what);
        }
    }

    private void deduct(FindingKind kind, long count, double points, String sentence) {
        deductions.add(new Deduction(kind, count, points, sentence));
        score -= points;
    }

    double score() {
        return Math.max(0, score);
    }

    List<Deduction> deductions() {
        return deductions;
    }
}
