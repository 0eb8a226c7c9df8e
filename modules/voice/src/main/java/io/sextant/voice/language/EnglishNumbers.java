package io.sextant.voice.language;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in English: {@code twelve hundred and five}, {@code a million}, {@code point oh five}, {@code 1,200.50}. */
final class EnglishNumbers extends NumberReader {

    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("one", 1L),
            Map.entry("won", 1L),
            Map.entry("two", 2L),
            Map.entry("to", 2L),
            Map.entry("too", 2L),
            Map.entry("three", 3L),
            Map.entry("four", 4L),
            Map.entry("for", 4L),
            Map.entry("five", 5L),
            Map.entry("six", 6L),
            Map.entry("seven", 7L),
            Map.entry("eight", 8L),
            Map.entry("ate", 8L),
            Map.entry("nine", 9L));
    private static final Map<String, Long> ZEROS = Map.of("zero", 0L, "nought", 0L, "oh", 0L, "o", 0L);
    private static final Map<String, Long> TEENS = Map.of(
            "ten",
            10L,
            "eleven",
            11L,
            "twelve",
            12L,
            "thirteen",
            13L,
            "fourteen",
            14L,
            "fifteen",
            15L,
            "sixteen",
            16L,
            "seventeen",
            17L,
            "eighteen",
            18L,
            "nineteen",
            19L);
    private static final Map<String, Long> TENS = Map.of(
            "twenty", 20L, "thirty", 30L, "forty", 40L, "fourty", 40L, "fifty", 50L, "sixty", 60L, "seventy", 70L,
            "eighty", 80L, "ninety", 90L);
    private static final Map<String, Long> SCALES =
            Map.of("thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L);
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");

    EnglishNumbers() {
        super(SCALES, allDigits(), Map.of("point", 0L, "dot", 0L, "decimal", 0L));
    }

    private static Map<String, Long> allDigits() {
        Map<String, Long> digits = new HashMap<>(ZEROS);
        digits.putAll(UNITS);
        return Map.copyOf(digits);
    }

    @Override
    @Nullable SpokenNumber numeral(List<String> words, int from) {
        String text = wordAt(words, from);
        String number = withoutThousands(text);
        BigDecimal value = plain(GROUPED.matcher(number).matches() ? number.replace(",", "") : number);
        return value == null ? null : inThousands(text, value, from + 1);
    }

    @Override
    @Nullable SpokenNumber cardinal(List<String> words, int from) {
        if (ZEROS.containsKey(wordAt(words, from))) {
            return new SpokenNumber(BigDecimal.ZERO, from + 1);
        }
        long total = 0;
        long smallest = Long.MAX_VALUE;
        int at = from;
        int end = -1;
        while (true) {
            int start = end >= 0 && wordAt(words, at).equals("and") ? at + 1 : at;
            SpokenNumber group = belowThousand(words, start);
            if (group == null) {
                break;
            }
            long value = group.value().longValueExact();
            Long scale = SCALES.get(wordAt(words, group.end()));
            if (scale != null && scale < smallest && value < 1_000) {
                total += value * scale;
                smallest = scale;
                at = group.end() + 1;
                end = at;
            } else if (scale == null && (smallest == Long.MAX_VALUE || value < smallest)) {
                return new SpokenNumber(BigDecimal.valueOf(total + value), group.end());
            } else {
                break;
            }
        }
        return end < 0 ? null : new SpokenNumber(BigDecimal.valueOf(total), end);
    }

    /** Also {@code twelve hundred}, which is above; nobody says it with a thousand after it. */
    @Override
    @Nullable SpokenNumber belowThousand(List<String> words, int from) {
        boolean one = wordAt(words, from).equals("a") && isLarge(wordAt(words, from + 1));
        SpokenNumber head = one ? new SpokenNumber(BigDecimal.ONE, from + 1) : belowHundred(words, from);
        if (head == null || !wordAt(words, head.end()).equals("hundred")) {
            return head;
        }
        BigDecimal hundreds = head.value().movePointRight(2);
        int at = head.end() + 1;
        int after = wordAt(words, at).equals("and") ? at + 1 : at;
        SpokenNumber rest = belowHundred(words, after);
        return rest == null ? new SpokenNumber(hundreds, at) : new SpokenNumber(hundreds.add(rest.value()), rest.end());
    }

    private static boolean isLarge(String word) {
        return word.equals("hundred") || SCALES.containsKey(word);
    }

    private static @Nullable SpokenNumber belowHundred(List<String> words, int from) {
        String word = wordAt(words, from);
        Long tens = TENS.get(word);
        if (tens != null) {
            String next = wordAt(words, from + 1);
            // "fifty to" and "fifty for" go on with another phrase more often than they end in a misheard digit
            Long unit = isHomophone(next) ? null : UNITS.get(next);
            return unit == null
                    ? new SpokenNumber(BigDecimal.valueOf(tens), from + 1)
                    : new SpokenNumber(BigDecimal.valueOf(tens + unit), from + 2);
        }
        Long small = TEENS.getOrDefault(word, UNITS.get(word));
        return small == null ? null : new SpokenNumber(BigDecimal.valueOf(small), from + 1);
    }

    private static boolean isHomophone(String word) {
        return switch (word) {
            case "to", "too", "for", "won", "ate" -> true;
            default -> false;
        };
    }

    @Override
    @Nullable SpokenNumber fraction(List<String> words, int from) {
        String word = wordAt(words, from);
        boolean article = word.equals("a");
        int at = article ? from + 1 : from;
        BigDecimal value = switch (wordAt(words, at)) {
            case "half" -> new BigDecimal("0.5");
            case "quarter" -> article ? new BigDecimal("0.25") : BigDecimal.ZERO;
            default -> BigDecimal.ZERO;
        };
        if (value.signum() == 0) {
            return null;
        }
        int end = at + 1;
        if (wordAt(words, end).equals("of") && wordAt(words, end + 1).equals("a")) {
            end++;
        }
        if (wordAt(words, end).equals("a") || wordAt(words, end).equals("an")) {
            Long scale = SCALES.get(wordAt(words, end + 1));
            return scale == null
                    ? new SpokenNumber(value, end + 1)
                    : new SpokenNumber(value.multiply(BigDecimal.valueOf(scale)), end + 2);
        }
        return null;
    }

    @Override
    SpokenNumber withHalves(List<String> words, SpokenNumber number) {
        int at = number.end();
        if (!wordAt(words, at).equals("and") || number.value().scale() > 0) {
            return number;
        }
        String first = wordAt(words, at + 1);
        String second = wordAt(words, at + 2);
        if (first.equals("a") && second.equals("half")) {
            return new SpokenNumber(number.value().add(new BigDecimal("0.5")), at + 3);
        }
        if (first.equals("a") && second.equals("quarter")) {
            return new SpokenNumber(number.value().add(new BigDecimal("0.25")), at + 3);
        }
        if (first.equals("three") && second.equals("quarters")) {
            return new SpokenNumber(number.value().add(new BigDecimal("0.75")), at + 3);
        }
        return number;
    }
}
