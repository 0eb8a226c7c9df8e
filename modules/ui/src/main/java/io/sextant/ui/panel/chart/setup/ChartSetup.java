package io.sextant.ui.panel.chart.setup;

import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.ui.chart.Study;
import io.sextant.ui.chart.style.BrickSize;
import io.sextant.ui.chart.style.ChartStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a chart shows besides the bars, and how it draws them: what a template keeps. */
public record ChartSetup(
        List<Study> studies,
        ChartStyle style,
        BrickSize brick,
        boolean logScale,
        boolean profile,
        boolean news,
        List<String> compared) {

    public static final ChartSetup PLAIN =
            new ChartSetup(List.of(), ChartStyle.CANDLES, BrickSize.USUAL, false, false, true, List.of());

    public ChartSetup {
        studies = List.copyOf(studies);
        compared = List.copyOf(compared);
    }

    /** With one more study in the next colour. */
    public ChartSetup adding(IndicatorSpec spec) {
        int id = studies.stream().mapToInt(Study::id).max().orElse(0) + 1;
        List<Study> more = new ArrayList<>(studies);
        more.add(new Study(id, spec, nextColour(), Study.USUAL_SHARE));
        return withStudies(more);
    }

    public ChartSetup removing(int studyId) {
        return withStudies(
                studies.stream().filter(study -> study.id() != studyId).toList());
    }

    public ChartSetup changing(int studyId, UnaryOperator<Study> change) {
        return withStudies(studies.stream()
                .map(study -> study.id() == studyId ? change.apply(study) : study)
                .toList());
    }

    public ChartSetup withStudies(List<Study> other) {
        return new ChartSetup(other, style, brick, logScale, profile, news, compared);
    }

    public ChartSetup withStyle(ChartStyle other) {
        return new ChartSetup(studies, other, brick, logScale, profile, news, compared);
    }

    public ChartSetup withBrick(BrickSize other) {
        return new ChartSetup(studies, style, other, logScale, profile, news, compared);
    }

    public ChartSetup withLogScale(boolean on) {
        return new ChartSetup(studies, style, brick, on, profile, news, compared);
    }

    public ChartSetup withProfile(boolean on) {
        return new ChartSetup(studies, style, brick, logScale, on, news, compared);
    }

    public ChartSetup withNews(boolean on) {
        return new ChartSetup(studies, style, brick, logScale, profile, on, compared);
    }

    /** With this symbol among the compared ones, or no longer. */
    public ChartSetup comparing(String symbol, boolean on) {
        List<String> others = new ArrayList<>(compared);
        others.remove(symbol);
        if (on) {
            others.add(symbol);
        }
        return new ChartSetup(studies, style, brick, logScale, profile, news, others);
    }

    /** The first colour that no study has, else the one after the last. */
    private int nextColour() {
        int colour = 0;
        while (colour < studies.size() && hasColour(colour)) {
            colour++;
        }
        return colour;
    }

    private boolean hasColour(int colour) {
        return studies.stream().anyMatch(study -> study.colour() == colour);
    }
}
