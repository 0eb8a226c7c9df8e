package io.sextant.ui.panel.forecasts;

import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.domain.forecast.SkillFigures;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Timeframe;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Tone;
import java.util.Optional;

/** Models, their figures and their worth as the reader writes them. */
final class ForecastsWords {

    private static final int FIGURES_SHOWN = 4;
    private static final int DECIMALS_MAX = 9;
    private static final double SMALL_P = 0.001;
    private static final int HASH_SHOWN = 8;

    private final Texts texts;

    ForecastsWords(Texts texts) {
        this.texts = texts;
    }

    /** Models carry the names that the command line knows; the last price alone is told in words. */
    String model(String name) {
        return name.equals(ForecastsModel.NAIVE) ? texts.get("forecasts.model.naive") : name;
    }

    String timeframe(Timeframe timeframe) {
        return texts.get("chartpanel.timeframe." + timeframe.name());
    }

    String verdict(Verdict verdict) {
        return texts.get("forecasts.verdict." + verdict.name());
    }

    static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case SKILL -> Tone.UP;
            case NO_EVIDENCE -> Tone.PLAIN;
            case WORSE_THAN_NAIVE -> Tone.DOWN;
        };
    }

    /** Why the verdict is what it is. */
    String reason(ModelForecast forecast, int trials) {
        if (forecast.card().model().equals(ForecastsModel.NAIVE)) {
            return texts.get("forecasts.reason.naive");
        }
        SkillFigures skill = forecast.skill();
        return texts.get(
                "forecasts.reason." + skill.verdict().name(),
                times(skill.rmseOverNaive()),
                probability(skill.pValue()),
                trials,
                count(trials),
                count(skill.forecasts()));
    }

    /** What the model says of the next bar and the last one of its fan. */
    Optional<String> statement(ModelForecast forecast, Instrument instrument) {
        return forecast.fan()
                .map(fan -> texts.get(
                        "forecasts.statement",
                        model(forecast.card().model()),
                        moment(fan.timesNanos()[0]),
                        price(fan.middle(1), instrument),
                        price(fan.lower(1, 1), instrument),
                        price(fan.upper(1, 1), instrument)));
    }

    String state(ForecastBoard board) {
        return texts.get(
                "forecasts.state." + board.state().name(), count(board.barsThere()), count(board.barsNeeded()));
    }

    String price(double value, Instrument instrument) {
        return texts.figures().price(value, instrument);
    }

    /** With four figures. */
    String value(double value) {
        if (!Double.isFinite(value)) {
            return Figures.NONE;
        }
        double size = Math.abs(value);
        int decimals =
                size == 0 ? 2 : (int) Math.clamp(FIGURES_SHOWN - 1 - Math.floor(Math.log10(size)), 0, DECIMALS_MAX);
        return texts.figures().number(value, decimals);
    }

    /** Of naive's error. */
    String times(double ratio) {
        return texts.figures().number(ratio, 3);
    }

    String share(double share) {
        return texts.figures().percent(100 * share, 1);
    }

    String signedShare(double share) {
        return texts.figures().signedPercent(100 * share, 2);
    }

    String r2(double value) {
        return texts.figures().number(value, 3);
    }

    String index(double value) {
        return texts.figures().number(value, 2);
    }

    String basisPoints(double value) {
        return Double.isFinite(value)
                ? texts.get("forecasts.bps", texts.figures().signed(value, 2))
                : Figures.NONE;
    }

    String count(long value) {
        return texts.figures().count(value);
    }

    String moment(long timeNanos) {
        return texts.figures().dateMinute(timeNanos);
    }

    String probability(double p) {
        if (!Double.isFinite(p)) {
            return texts.get("forecasts.p.unknown");
        }
        return p < SMALL_P
                ? texts.get("forecasts.p.below", texts.figures().number(SMALL_P, 3))
                : texts.get("forecasts.p", texts.figures().number(p, p < 0.1 ? 3 : 2));
    }

    /** The number alone, for a column. */
    String p(double p) {
        if (!Double.isFinite(p)) {
            return Figures.NONE;
        }
        return p < SMALL_P
                ? "<\u00a0" + texts.figures().number(SMALL_P, 3)
                : texts.figures().number(p, 3);
    }

    String hits(SkillFigures skill) {
        return Double.isFinite(skill.hitRate())
                ? texts.get("forecasts.hits", share(skill.hitRate()), share(skill.hitLow()), share(skill.hitHigh()))
                : Figures.NONE;
    }

    /** The beginning of a fingerprint is enough to tell two apart. */
    static String brief(String hash) {
        return hash.length() <= HASH_SHOWN ? hash : hash.substring(0, HASH_SHOWN);
    }
}
