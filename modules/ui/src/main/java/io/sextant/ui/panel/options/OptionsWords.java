package io.sextant.ui.panel.options;

import io.sextant.analytics.options.ArbitrageFinding;
import io.sextant.analytics.options.OptionRight;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** Figures and sentences of options as the reader writes them. */
final class OptionsWords {

    private final Texts texts;

    OptionsWords(Texts texts) {
        this.texts = texts;
    }

    private Figures figures() {
        return texts.figures();
    }

    String day(LocalDate day) {
        return figures().utcDate(TimeUnit.DAYS.toNanos(day.toEpochDay()));
    }

    String day(int epochDay) {
        return day(LocalDate.ofEpochDay(epochDay));
    }

    String strike(double strike) {
        return figures().number(strike, strike == Math.rint(strike) ? 0 : 2);
    }

    String price(double price) {
        return Double.isNaN(price) ? Figures.NONE : figures().number(price, 2);
    }

    /** 0.2 is 20.0 %. */
    String percent(double share) {
        return Double.isNaN(share) ? Figures.NONE : figures().percent(100 * share, 1);
    }

    String points(double share) {
        return Double.isNaN(share) ? Figures.NONE : figures().signed(100 * share, 1);
    }

    String number(double value, int decimals) {
        return Double.isNaN(value) || Double.isInfinite(value)
                ? Figures.NONE
                : figures().number(value, decimals);
    }

    String count(double value) {
        return Double.isNaN(value) ? Figures.NONE : figures().count(Math.round(value));
    }

    String compact(double value) {
        return Double.isNaN(value) ? Figures.NONE : figures().compact(value);
    }

    String right(OptionRight right) {
        return texts.get("options.right." + right.name());
    }

    String finding(ArbitrageFinding finding) {
        String key = "options.finding." + finding.source().name() + "."
                + finding.kind().name();
        String size = finding.source() == ArbitrageFinding.Source.QUOTES
                ? figures().number(finding.size(), 2)
                : figures().number(finding.size(), 4);
        return texts.get(key, strike(finding.strike()), day(finding.expiryDay()), size);
    }
}
