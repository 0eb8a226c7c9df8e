package io.sextant.voice.assistant;

import io.sextant.domain.money.Money;
import io.sextant.voice.language.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** An answer in the making: sentences of one language, and figures as its people write them. */
final class Speaking {

    private static final long NANOS_A_SECOND = 1_000_000_000L;
    private static final Pattern PLAIN = Pattern.compile("(-?\\d+(?:\\.\\d+)?)( ?\\D*)");

    private final Templates templates;
    private final Locale locale;
    private final ZoneId zone;
    private final List<Piece> pieces = new ArrayList<>();
    private boolean early;

    Speaking(Templates templates, Language language, ZoneId zone) {
        this.templates = templates;
        this.zone = zone;
        locale = language.locale();
    }

    /** Names and what stands there, one after the other. */
    Speaking say(String key, Object... namesAndValues) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            named.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        if (!pieces.isEmpty()) {
            pieces.add(new Piece.Words(" "));
        }
        pieces.addAll(templates.tell(key, named));
        return this;
    }

    /** What this needs is still being learned. */
    void early() {
        early = true;
    }

    /** Words that may not be there, such as those for what an older version wrote. */
    Optional<String> findWords(String key) {
        return templates.keys().contains(key) ? Optional.of(templates.sentence(key)) : Optional.empty();
    }

    String words(String key) {
        return templates.sentence(key);
    }

    Said said() {
        return new Said(pieces, Optional.empty(), early);
    }

    Fact money(String name, Money amount, String source) {
        BigDecimal exact = BigDecimal.valueOf(amount.units(), amount.currency().scale());
        return new Fact(
                name, number(exact.doubleValue(), 2) + " " + amount.currency().code(), source);
    }

    /** An amount that was reckoned with doubles from exact ones. */
    Fact amount(String name, double amount, String currency, String source) {
        return new Fact(name, number(amount, 2) + " " + currency, source);
    }

    /** An estimate, so without cents. */
    Fact estimate(String name, double amount, String currency, String source) {
        return new Fact(name, number(amount, 0) + " " + currency, source);
    }

    Fact percent(String name, double share, int decimals, String source) {
        return new Fact(name, number(100 * share, decimals) + (locale.equals(Locale.FRENCH) ? "\u202f%" : "%"), source);
    }

    Fact count(String name, long count, String source) {
        return new Fact(name, number(BigDecimal.valueOf(count), 0), source);
    }

    Fact figure(String name, double value, int decimals, String source) {
        return new Fact(name, number(value, decimals), source);
    }

    /** As exact as it is, with the language's signs. */
    Fact exact(String name, String plain, String source) {
        BigDecimal value = new BigDecimal(plain);
        return new Fact(name, number(value, value.scale()), source);
    }

    /** A number with or without its unit is written as the language does; anything else stays as it is. */
    Fact localised(String name, String value, String source) {
        var plain = PLAIN.matcher(value);
        return plain.matches()
                ? new Fact(name, exact(name, plain.group(1), source).value() + plain.group(2), source)
                : text(name, value, source);
    }

    Fact text(String name, String value, String source) {
        return new Fact(name, value, source);
    }

    Fact time(String name, long nanos, String source) {
        return new Fact(
                name,
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .localizedBy(locale)
                        .format(Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_A_SECOND))
                                .atZone(zone)),
                source);
    }

    private String number(double value, int decimals) {
        return Double.isFinite(value) ? number(BigDecimal.valueOf(value), decimals) : "\u2013";
    }

    private String number(BigDecimal value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(Math.max(0, decimals));
        format.setMaximumFractionDigits(Math.max(0, decimals));
        format.setRoundingMode(RoundingMode.HALF_UP);
        String text = format.format(value);
        // What rounds to nothing has no sign.
        return text.startsWith("-") && text.chars().noneMatch(c -> c >= '1' && c <= '9') ? text.substring(1) : text;
    }
}
