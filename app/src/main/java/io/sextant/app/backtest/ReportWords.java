package io.sextant.app.backtest;

import io.sextant.ui.i18n.Language;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words and numbers of a report in the reader's language. */
final class ReportWords {

    private final Locale locale;
    private final ResourceBundle words;

    ReportWords(Language language) {
        locale = language.locale();
        words = bundle(locale);
    }

    static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                ReportWords.class.getPackageName() + ".report",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String say(String key, Object... values) {
        return new MessageFormat(words.getString(key), locale).format(values);
    }

    String count(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    String number(double value) {
        return decimals(value, 2, 2);
    }

    String amount(double value) {
        return decimals(value == 0 ? 0 : value, 2, 2);
    }

    /** Short enough for the edge of a chart. */
    String figure(double value) {
        return Math.abs(value) >= 1_000 ? decimals(value, 0, 0) : decimals(value, 2, Math.abs(value) < 0.1 ? 6 : 2);
    }

    String plain(double value) {
        return decimals(value, 0, 8);
    }

    String percent(double share) {
        return Double.isFinite(share) ? decimals(100 * share, 2, 2) + " %" : "–";
    }

    private String decimals(double value, int least, int most) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        return format.format(value);
    }
}
