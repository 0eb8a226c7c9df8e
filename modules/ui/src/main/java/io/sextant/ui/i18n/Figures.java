package io.sextant.ui.i18n;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.position.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, prices, amounts and times as a reader of one language in one time zone writes them: 1,234.50 in English,
 * 1 234,50 in French (with the narrow no-break space U+202F). The minus is U+2212, as wide as a plus, so columns of figures stay
 * aligned; what is exported to a file must not come from here. For the JavaFX thread only: the formats are not safe elsewhere.
 */
public final class Figures {

    /** Stands where there is no figure. */
    public static final String NONE = "–";

    public static final char MINUS = '\u2212';

    private static final int MAX_DECIMALS = 18;
    private static final int CRYPTO_DECIMALS = 8;
    private static final Map<String, Integer> CASH_DECIMALS =
            Map.of("USD", 2, "EUR", 2, "GBP", 2, "CHF", 2, "JPY", 0, "USDT", 2, "USDC", 2);
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
    private static final Pattern ENGLISH_GROUPS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");

    private final Language language;
    private final ZoneId zone;
    private final DecimalFormatSymbols symbols;
    private final @Nullable DecimalFormat[] byDecimals = new DecimalFormat[MAX_DECIMALS + 1];
    private final NumberFormat compact;
    private final DateTimeFormatter time;
    private final DateTimeFormatter timeMillis;
    private final DateTimeFormatter date;
    private final DateTimeFormatter utcDate;
    private final DateTimeFormatter dateTime;
    private final DateTimeFormatter dateMinute;
    private final DateTimeFormatter zoneName;

    Figures(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
        Locale locale = language.locale();
        symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setMinusSign(MINUS);
        compact = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        compact.setMaximumFractionDigits(1);
        time = DateTimeFormatter.ofPattern("HH:mm:ss", locale).withZone(zone);
        timeMillis = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", locale).withZone(zone);
        date = DateTimeFormatter.ofPattern("d MMM uuuu", locale).withZone(zone);
        utcDate = date.withZone(ZoneOffset.UTC);
        dateTime = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", locale).withZone(zone);
        dateMinute = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", locale).withZone(zone);
        zoneName = DateTimeFormatter.ofPattern("z", locale).withZone(zone);
    }

    public ZoneId zone() {
        return zone;
    }

    /** With exactly {@code decimals} digits after the separator. */
    public String number(double value, int decimals) {
        return Double.isFinite(value) ? format(decimals).format(value) : NONE;
    }

    public String number(BigDecimal value, int decimals) {
        return format(decimals).format(value);
    }

    /** Like {@link #number(double, int)}, with a plus in front of what is above zero. */
    public String signed(double value, int decimals) {
        return plus(value, number(value, decimals));
    }

    public String count(long value) {
        return format(0).format(value);
    }

    /** About how many: 1.2K, 3.4M. */
    public String compact(double value) {
        return Double.isFinite(value) ? compact.format(value).replace('-', MINUS) : NONE;
    }

    /** {@code 1.25} is one and a quarter percent. */
    public String percent(double percent, int decimals) {
        return Double.isFinite(percent) ? number(percent, decimals) + percentSign() : NONE;
    }

    public String signedPercent(double percent, int decimals) {
        return plus(percent, percent(percent, decimals));
    }

    /** With the decimals of the instrument's tick. */
    public String price(Price price, Instrument instrument) {
        return number(
                exact(price), Math.max(price.scale(), instrument.rules().tick().scale()));
    }

    public String price(double price, Instrument instrument) {
        return number(price, instrument.rules().tick().scale());
    }

    public String price(Price price) {
        return number(exact(price), price.scale());
    }

    public String price(Optional<Price> price, Instrument instrument) {
        return price.map(present -> price(present, instrument)).orElse(NONE);
    }

    /** With as many decimals as it has. */
    public String quantity(Quantity quantity) {
        return number(exact(quantity), quantity.scale());
    }

    /** With at least the decimals of the instrument's lot, for columns. */
    public String quantity(Quantity quantity, Instrument instrument) {
        return number(
                exact(quantity),
                Math.max(quantity.scale(), instrument.rules().lot().scale()));
    }

    /** The size of a position with its sign. */
    public String position(Position position) {
        String size = quantity(position.size());
        return position.isFlat() ? size : (position.signedUnits() < 0 ? MINUS : "+") + size;
    }

    /** With the decimals people use for the currency, and its code. */
    public String money(Money money) {
        return moneyFigure(money) + "\u00a0" + money.currency().code();
    }

    public String signedMoney(Money money) {
        return plus(Long.signum(money.units()), money(money));
    }

    /** Without the currency's code, for columns whose header names it. */
    public String moneyFigure(Money money) {
        return number(BigDecimal.valueOf(money.units(), money.currency().scale()), decimalsOf(money.currency()));
    }

    public String signedMoneyFigure(Money money) {
        return plus(Long.signum(money.units()), moneyFigure(money));
    }

    public String time(long timeNanos) {
        return time.format(instant(timeNanos));
    }

    public String timeMillis(long timeNanos) {
        return timeMillis.format(instant(timeNanos));
    }

    public String date(long timeNanos) {
        return date.format(instant(timeNanos));
    }

    /** Of what is a day in UTC, whatever the reader's zone. */
    public String utcDate(long timeNanos) {
        return utcDate.format(instant(timeNanos));
    }

    public String dateTime(long timeNanos) {
        return dateTime.format(instant(timeNanos));
    }

    /** Of what is planned to the minute. */
    public String dateMinute(long timeNanos) {
        return dateMinute.format(instant(timeNanos));
    }

    /** The zone's short name at that moment, as summer time changes it. */
    public String zoneName(long timeNanos) {
        return zoneName.format(instant(timeNanos));
    }

    /** A short time in the largest unit that keeps it above one. */
    public String duration(long nanos) {
        if (nanos < 1_000) {
            return nanos + "\u00a0ns";
        }
        if (nanos < 1_000_000) {
            return number(nanos / 1e3, 1) + "\u00a0µs";
        }
        if (nanos < 1_000_000_000) {
            return number(nanos / 1e6, 1) + "\u00a0ms";
        }
        return number(nanos / 1e9, 1) + "\u00a0s";
    }

    /**
     * What the reader typed as a number, in the plain notation that {@link Quantity#parse} and {@link Price#parse} read. Empty when
     * it is no number, or could be read in two ways.
     */
    public Optional<String> plain(String typed) {
        String text = typed.strip().replaceAll("[\\s\u00a0\u202f]", "").replace(MINUS, '-');
        String normal = switch (language) {
            case ENGLISH -> ENGLISH_GROUPS.matcher(text).matches() ? text.replace(",", "") : text;
            case FRENCH -> text.indexOf('.') < 0 ? text.replace(',', '.') : text;
        };
        if (!PLAIN.matcher(normal).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(normal);
        return Optional.of((value.scale() < 0 ? value.setScale(0) : value).toPlainString());
    }

    /** A plain decimal number with its own decimals. */
    String plainDecimal(String plain) {
        BigDecimal value = new BigDecimal(plain);
        return number(value, Math.min(value.scale(), MAX_DECIMALS));
    }

    /** A plain amount and its currency's code. */
    String amount(String plain, String currencyCode) {
        BigDecimal value = new BigDecimal(plain);
        int decimals = CASH_DECIMALS.getOrDefault(currencyCode, Math.min(Math.max(value.scale(), 0), CRYPTO_DECIMALS));
        return number(value, decimals) + "\u00a0" + currencyCode;
    }

    private static int decimalsOf(Currency currency) {
        return CASH_DECIMALS.getOrDefault(currency.code(), Math.min(currency.scale(), CRYPTO_DECIMALS));
    }

    private String percentSign() {
        return switch (language) {
            case ENGLISH -> "%";
            case FRENCH -> "\u202f%";
        };
    }

    private static String plus(double value, String text) {
        return value > 0 ? "+" + text : text;
    }

    private static BigDecimal exact(Price price) {
        return BigDecimal.valueOf(price.units(), price.scale());
    }

    private static BigDecimal exact(Quantity quantity) {
        return BigDecimal.valueOf(quantity.units(), quantity.scale());
    }

    private static Instant instant(long timeNanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(timeNanos, 1_000_000_000L), Math.floorMod(timeNanos, 1_000_000_000L));
    }

    private DecimalFormat format(int decimals) {
        DecimalFormat known = byDecimals[decimals];
        if (known != null) {
            return known;
        }
        DecimalFormat made = new DecimalFormat("#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals)), symbols);
        made.setRoundingMode(RoundingMode.HALF_UP);
        byDecimals[decimals] = made;
        return made;
    }
}
