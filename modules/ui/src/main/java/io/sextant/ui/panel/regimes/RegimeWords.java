package io.sextant.ui.panel.regimes;

import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.RegimeBoard;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.regime.RegimeProfile;
import io.sextant.domain.regime.RegimeState;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import javafx.scene.paint.Color;

/** Regimes and their figures as the reader writes them, and the colours that they are told apart by. */
final class RegimeWords {

    private final Texts texts;

    RegimeWords(Texts texts) {
        this.texts = texts;
    }

    String name(RegimeName name) {
        return texts.get("regimes.name." + name.name());
    }

    /** With its number where several states have the name. */
    String name(RegimeState state) {
        return state.ordinal() == 0 ? name(state.name()) : name(state.name()) + " " + state.ordinal();
    }

    String profile(RegimeProfile profile) {
        return texts.get("regimes.profile." + profile.name());
    }

    String timeframe(Timeframe timeframe) {
        return texts.get("chartpanel.timeframe." + timeframe.name());
    }

    String state(RegimeBoard board) {
        return texts.get("regimes.state." + board.state().name(), count(board.barsThere()), count(board.barsNeeded()));
    }

    String count(long value) {
        return texts.figures().count(value);
    }

    String share(double share) {
        return Double.isFinite(share)
                ? texts.figures().percent(100 * share, share > 0.995 || share < 0.0995 ? 1 : 0)
                : Figures.NONE;
    }

    String signedShare(double share, int decimals) {
        return Double.isFinite(share) ? texts.figures().signedPercent(100 * share, decimals) : Figures.NONE;
    }

    /** Of what is small. */
    String percent(double share) {
        return Double.isFinite(share) ? texts.figures().percent(100 * share, 3) : Figures.NONE;
    }

    String number(double value, int decimals) {
        return Double.isFinite(value) ? texts.figures().number(value, decimals) : Figures.NONE;
    }

    String moment(long nanos) {
        return texts.figures().dateMinute(nanos);
    }

    /** A return and the error that it is known with. */
    String withError(double value, double error) {
        return Double.isFinite(value) && Double.isFinite(error)
                ? texts.get(
                        "regimes.witherror",
                        signedShare(value, 3),
                        texts.figures().percent(100 * error, 3))
                : Figures.NONE;
    }

    static Color colour(RegimeName name, ChartPalette palette) {
        boolean dark = palette.background().getBrightness() < 0.5;
        return switch (name) {
            case TREND_UP -> palette.up();
            case TREND_DOWN -> Color.web(dark ? "#b98aff" : "#8446d6");
            case RANGE -> Color.web(dark ? "#6f8fb8" : "#7d9cc4");
            case TURBULENT -> Color.web(dark ? "#f0a63a" : "#e08e0b");
            case CRASH -> palette.down();
        };
    }

    /** States of one name are told apart by lightness, ranges by hue too. */
    static Color colour(RegimeState state, ChartPalette palette) {
        int further = Math.max(0, state.ordinal() - 1);
        double hue = state.name() == RegimeName.RANGE ? -32 * further : 0;
        return colour(state.name(), palette).deriveColor(hue, 1, Math.pow(0.84, further), 1);
    }
}
