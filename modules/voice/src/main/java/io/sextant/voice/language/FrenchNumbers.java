package io.sextant.voice.language;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in French: {@code mille deux cents}, {@code quatre-vingt-dix-sept virgule cinq}, {@code septante et un}, {@code 1 200,5}. Words
 * are those of {@link Wording}: without accents, hyphens apart.
 */
final class FrenchNumbers extends NumberReader {

    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("un", 1L),
            Map.entry("une", 1L),
            Map.entry("deux", 2L),
            Map.entry("trois", 3L),
            Map.entry("quatre", 4L),
            Map.entry("cinq", 5L),
            Map.entry("six", 6L),
            Map.entry("sept", 7L),
            Map.entry("cet", 7L),
            Map.entry("set", 7L),
            Map.entry("huit", 8L),
            Map.entry("neuf", 9L));
    private static final Map<String, Long> TEENS = Map.ofEntries(
            Map.entry("dix", 10L),
            Map.entry("dis", 10L),
            Map.entry("onze", 11L),
            Map.entry("douze", 12L),
            Map.entry("treize", 13L),
            Map.entry("quatorze", 14L),
            Map.entry("quinze", 15L),
            Map.entry("seize", 16L));
    private static final Map<String, Long> TENS = Map.ofEntries(
            Map.entry("vingt", 20L),
            Map.entry("vingts", 20L),
            Map.entry("vin", 20L),
            Map.entry("trente", 30L),
            Map.entry("quarante", 40L),
            Map.entry("cinquante", 50L),
            Map.entry("soixante", 60L),
            Map.entry("septante", 70L),
            Map.entry("huitante", 80L),
            Map.entry("octante", 80L),
            Map.entry("nonante", 90L));
    private static final Map<String, Long> SCALES = Map.of(
            "mille",
            1_000L,
            "mil",
            1_000L,
            "million",
            1_000_000L,
            "millions",
            1_000_000L,
            "milliard",
            1_000_000_000L,
            "milliards",
            1_000_000_000L);
    private static final Pattern THREE = Pattern.compile("[0-9]{3}(,[0-9]+)?");

    FrenchNumbers() {
        super(SCALES, allDigits(), Map.of("virgule", 0L, "point", 0L));
    }

    private static Map<String, Long> allDigits() {
        Map<String, Long> digits = new HashMap<>(UNITS);
        digits.put("zero", 0L);
        return Map.copyOf(digits);
    }

    /** A comma begins the decimals; thousands stand apart. */
    @Override
    @Nullable SpokenNumber numeral(List<String> words, int from) {
        StringBuilder text = new StringBuilder(wordAt(words, from));
        int end = from + 1;
        if (text.length() <= 3 && plain(text.toString()) != null && text.indexOf(".") < 0) {
            while (text.indexOf(",") < 0 && THREE.matcher(wordAt(words, end)).matches()) {
                text.append(wordAt(words, end++));
            }
        }
        String written = text.toString();
        String number = withoutThousands(written).replace(',', '.');
        BigDecimal value = plain(number);
        return value == null ? null : inThousands(written, value, end);
    }

    @Override
    @Nullable SpokenNumber cardinal(List<String> words, int from) {
        if (wordAt(words, from).equals("zero")) {
            return new SpokenNumber(BigDecimal.ZERO, from + 1);
        }
        long total = 0;
        long smallest = Long.MAX_VALUE;
        int at = from;
        while (true) {
            Long bare = SCALES.get(wordAt(words, at));
            if (bare != null && bare == 1_000 && bare < smallest) {
                total += bare;
                smallest = bare;
                at++;
                continue;
            }
            SpokenNumber group = belowThousand(words, at);
            if (group == null) {
                break;
            }
            long value = group.value().longValueExact();
            Long scale = SCALES.get(wordAt(words, group.end()));
            if (scale != null && scale < smallest) {
                total += value * scale;
                smallest = scale;
                at = group.end() + 1;
            } else if (scale == null) {
                return new SpokenNumber(BigDecimal.valueOf(total + value), group.end());
            } else {
                break;
            }
        }
        return at == from ? null : new SpokenNumber(BigDecimal.valueOf(total), at);
    }

    @Override
    @Nullable SpokenNumber belowThousand(List<String> words, int from) {
        SpokenNumber head = belowHundred(words, from);
        boolean counted = head != null
                && head.value().longValueExact() >= 2
                && head.value().longValueExact() <= 9
                && isHundred(wordAt(words, head.end()));
        long hundreds;
        int at;
        if (counted) {
            hundreds = head == null ? 0 : head.value().longValueExact() * 100;
            at = head == null ? from : head.end() + 1;
        } else if (isHundred(wordAt(words, from))) {
            hundreds = 100;
            at = from + 1;
        } else {
            return head;
        }
        SpokenNumber rest = belowHundred(words, at);
        return rest == null
                ? new SpokenNumber(BigDecimal.valueOf(hundreds), at)
                : new SpokenNumber(BigDecimal.valueOf(hundreds).add(rest.value()), rest.end());
    }

    private static boolean isHundred(String word) {
        return word.equals("cent") || word.equals("cents") || word.equals("sans");
    }

    private static @Nullable SpokenNumber belowHundred(List<String> words, int from) {
        String word = wordAt(words, from);
        if (word.equals("quatre") && wordAt(words, from + 1).startsWith("vingt")) {
            return tens(words, 80, from + 2);
        }
        Long tens = TENS.get(word);
        if (tens != null) {
            return tens(words, tens, from + 1);
        }
        SpokenNumber teen = teen(words, from);
        if (teen != null) {
            return teen;
        }
        Long unit = UNITS.get(word);
        return unit == null ? null : new SpokenNumber(BigDecimal.valueOf(unit), from + 1);
    }

    /** {@code dix}, and {@code dix sept} to {@code dix neuf} in two words. */
    private static @Nullable SpokenNumber teen(List<String> words, int from) {
        Long teen = TEENS.get(wordAt(words, from));
        if (teen == null) {
            return null;
        }
        Long unit = teen == 10 ? UNITS.get(wordAt(words, from + 1)) : null;
        return unit != null && unit >= 7
                ? new SpokenNumber(BigDecimal.valueOf(10 + unit), from + 2)
                : new SpokenNumber(BigDecimal.valueOf(teen), from + 1);
    }

    /** What follows a ten: {@code et un}, {@code et onze} after sixty, a unit, or a teen after sixty and eighty. */
    private static SpokenNumber tens(List<String> words, long tens, int at) {
        boolean and = wordAt(words, at).equals("et");
        int from = and ? at + 1 : at;
        SpokenNumber teen = tens == 60 || tens == 80 ? teen(words, from) : null;
        if (teen != null && (!and || teen.value().longValueExact() == 11)) {
            return new SpokenNumber(teen.value().add(BigDecimal.valueOf(tens)), teen.end());
        }
        Long unit = UNITS.get(wordAt(words, from));
        return unit != null && (!and || unit == 1)
                ? new SpokenNumber(BigDecimal.valueOf(tens + unit), from + 1)
                : new SpokenNumber(BigDecimal.valueOf(tens), at);
    }

    @Override
    @Nullable SpokenNumber fraction(List<String> words, int from) {
        int at = wordAt(words, from).equals("un") || wordAt(words, from).equals("une") ? from + 1 : from;
        String word = wordAt(words, at);
        if (word.equals("demi") || word.equals("demie")) {
            Long scale = SCALES.get(wordAt(words, at + 1));
            BigDecimal half = new BigDecimal("0.5");
            return scale == null
                    ? new SpokenNumber(half, at + 1)
                    : new SpokenNumber(half.multiply(BigDecimal.valueOf(scale)), at + 2);
        }
        return null;
    }

    @Override
    SpokenNumber withHalves(List<String> words, SpokenNumber number) {
        int at = number.end();
        if (!wordAt(words, at).equals("et") || number.value().scale() > 0) {
            return number;
        }
        return switch (wordAt(words, at + 1)) {
            case "demi", "demie" -> new SpokenNumber(number.value().add(new BigDecimal("0.5")), at + 2);
            case "quart" -> new SpokenNumber(number.value().add(new BigDecimal("0.25")), at + 2);
            default -> number;
        };
    }
}
