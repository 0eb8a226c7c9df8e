package io.sextant.ui.chart;

import io.sextant.domain.market.Timeframe;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** Numbers, times and words of a chart in one language, one time zone, and with the decimals of one instrument. */
final class ChartFormats {

    private final Locale locale;
    private final int priceDecimals;
    private final ResourceBundle texts;
    private final NumberFormat price;
    private final NumberFormat signedPrice;
    private final NumberFormat percent;
    private final NumberFormat volume;
    private final NumberFormat plain;
    private final NumberFormat[] studyValues = new NumberFormat[9];
    private final NumberFormat count;
    private final DateTimeFormatter date;
    private final DateTimeFormatter minutes = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private final DateTimeFormatter seconds = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private final Timeframe timeframe;
    private final ZoneId zone;

    ChartFormats(Locale locale, ZoneId readerZone, Timeframe timeframe, int priceDecimals) {
        this.locale = locale;
        this.priceDecimals = priceDecimals;
        this.timeframe = timeframe;
        texts = ResourceBundle.getBundle("io.sextant.ui.chart.chart", locale, NO_FALLBACK);
        price = decimals(priceDecimals, priceDecimals);
        signedPrice = decimals(priceDecimals, priceDecimals);
        percent = decimals(2, 2);
        plain = decimals(0, 8);
        for (int places = 0; places < studyValues.length; places++) {
            studyValues[places] = decimals(places, places);
        }
        volume = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        volume.setMaximumFractionDigits(2);
        count = NumberFormat.getIntegerInstance(locale);
        date = DateTimeFormatter.ofLocalizedPattern("yMMMEd").withLocale(locale);
        // Bars of a day and more are labelled by their UTC start: another zone would show them on the day before.
        zone = timeframe.compareTo(Timeframe.D1) >= 0 ? ZoneOffset.UTC : readerZone;
    }

    /** An unknown language gets English, whatever the machine's own language is. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private NumberFormat decimals(int min, int max) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(min);
        format.setMaximumFractionDigits(max);
        return format;
    }

    int priceDecimals() {
        return priceDecimals;
    }

    ZoneId zone() {
        return zone;
    }

    long barNanos() {
        return timeframe.nominalNanos();
    }

    String text(String key) {
        return texts.getString(key);
    }

    String price(double value) {
        return price.format(value);
    }

    /** Such as "+1.25%". */
    String percent(double value) {
        String space = locale.getLanguage().equals("fr") ? "\u202f%" : "%";
        return (value < 0 ? "\u2212" : "+") + percent.format(Math.abs(value)) + space;
    }

    /** Such as "+1.25 (+0.33%)". */
    String change(double from, double to) {
        double ratio = from == 0 ? 0 : (to - from) / Math.abs(from) * 100;
        String sign = to >= from ? "+" : "\u2212";
        String space = locale.getLanguage().equals("fr") ? "\u202f%" : "%";
        return sign + signedPrice.format(Math.abs(to - from)) + " (" + sign + percent.format(Math.abs(ratio)) + space
                + ")";
    }

    /** A value of a study: as many decimals as four figures or two decimals need. */
    String value(double value) {
        double size = Math.abs(value);
        int decimals = size >= 10 || size == 0 ? 2 : (int) Math.clamp(3 - Math.floor(Math.log10(size)), 2, 8);
        return size >= 1e6 ? volume.format(value) : studyValues[decimals].format(value);
    }

    /** A round value on the axis of a study. */
    String tick(double value) {
        return Math.abs(value) >= 1e6 ? volume.format(value) : plain.format(value);
    }

    String volume(double value) {
        return volume.format(value);
    }

    String bars(int bars) {
        return count.format(bars) + " " + text("legend.bars");
    }

    /** Such as "3 d 4 h", "4 h 5 min" or "90 s". */
    String duration(long nanos) {
        long total = Math.abs(nanos) / EpochTime.NANOS_PER_SECOND;
        long days = total / 86_400;
        long hours = total / 3_600 % 24;
        long minutesOver = total / 60 % 60;
        if (days > 0) {
            return days + " " + text("unit.days") + (hours > 0 ? " " + hours + " " + text("unit.hours") : "");
        }
        if (hours > 0) {
            return hours + " " + text("unit.hours") + (minutesOver > 0 ? " " + minutesOver + " min" : "");
        }
        return minutesOver > 0 ? minutesOver + " min" : total + " s";
    }

    String tick(long timeNanos, TimeTicks.Rank rank, boolean withSeconds) {
        ZonedDateTime time = EpochTime.at(timeNanos, zone);
        return switch (rank) {
            case YEAR -> Integer.toString(time.getYear());
            case MONTH -> time.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, locale);
            case DAY -> Integer.toString(time.getDayOfMonth());
            case TIME -> time.format(withSeconds ? seconds : minutes);
        };
    }

    /** Date and, below a day, time of a bar in full. */
    String moment(long timeNanos) {
        ZonedDateTime time = EpochTime.at(timeNanos, zone);
        if (timeframe.compareTo(Timeframe.D1) >= 0) {
            return time.format(date);
        }
        return time.format(date) + "  " + time.format(timeframe.compareTo(Timeframe.M1) < 0 ? seconds : minutes);
    }

    /** The zone as it is at that time, such as "UTC" or "UTC+1". */
    String zoneLabel(long timeNanos) {
        ZoneOffset offset = EpochTime.at(timeNanos, zone).getOffset();
        int secondsOff = offset.getTotalSeconds();
        if (secondsOff == 0) {
            return "UTC";
        }
        int minutesOff = Math.abs(secondsOff) / 60;
        String sign = secondsOff > 0 ? "+" : "\u2212";
        String rest = minutesOff % 60 == 0 ? "" : ":" + (minutesOff % 60);
        return "UTC" + sign + minutesOff / 60 + rest;
    }
}
