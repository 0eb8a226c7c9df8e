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
        List<String> compared,
        boolean adjusted,
        boolean regularHours,
        boolean patterns) {

    public static final ChartSetup PLAIN = new ChartSetup(
            List.of(), ChartStyle.CANDLES, BrickSize.USUAL, false, false, true, List.of(), false, false, false);

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
        return new ChartSetup(other, style, brick, logScale, profile, news, compared, adjusted, regularHours, patterns);
    }

    public ChartSetup withStyle(ChartStyle other) {
        return new ChartSetup(
                studies, other, brick, logScale, profile, news, compared, adjusted, regularHours, patterns);
    }

    public ChartSetup withBrick(BrickSize other) {
        return new ChartSetup(
                studies, style, other, logScale, profile, news, compared, adjusted, regularHours, patterns);
    }

    public ChartSetup withLogScale(boolean on) {
        return new ChartSetup(studies, style, brick, on, profile, news, compared, adjusted, regularHours, patterns);
    }

    public ChartSetup withProfile(boolean on) {
        return new ChartSetup(studies, style, brick, logScale, on, news, compared, adjusted, regularHours, patterns);
    }

    public ChartSetup withNews(boolean on) {
        return new ChartSetup(studies, style, brick, logScale, profile, on, compared, adjusted, regularHours, patterns);
    }

    /** With splits and dividends taken out of older prices, where such a series is stored. */
    public ChartSetup withAdjusted(boolean on) {
        return new ChartSetup(studies, style, brick, logScale, profile, news, compared, on, regularHours, patterns);
    }

    /** With the bars of regular hours only, where the market has such. */
    public ChartSetup withRegularHours(boolean on) {
        return new ChartSetup(studies, style, brick, logScale, profile, news, compared, adjusted, on, patterns);
    }

    /** With candle and chart patterns marked. */
    public ChartSetup withPatterns(boolean on) {
        return new ChartSetup(studies, style, brick, logScale, profile, news, compared, adjusted, regularHours, on);
    }

    /** With this symbol among the compared ones, or no longer. */
    public ChartSetup comparing(String symbol, boolean on) {
        List<String> others = new ArrayList<>(compared);
        others.remove(symbol);
        if (on) {
            others.add(symbol);
        }
        return new ChartSetup(studies, style, brick, logScale, profile, news, others, adjusted, regularHours, patterns);
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
