package io.sextant.voice.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the longest number that begins at a word: in words, in digits, or digits with a word of size after them. */
public abstract sealed class NumberReader permits EnglishNumbers, FrenchNumbers {

    /** Above this nothing is a number that somebody orders or sets; it also keeps values within a long. */
    private static final BigDecimal LARGEST = new BigDecimal("999999999999999");

    private static final int DECIMALS_MAX = 12;

    private final Map<String, Long> scales;
    private final Map<String, Long> digits;
    private final Map<String, Long> points;

    NumberReader(Map<String, Long> scales, Map<String, Long> digits, Map<String, Long> points) {
        this.scales = scales;
        this.digits = digits;
        this.points = points;
    }

    public static NumberReader of(Language language) {
        return switch (language) {
            case ENGLISH -> new EnglishNumbers();
            case FRENCH -> new FrenchNumbers();
        };
    }

    public final Optional<SpokenNumber> find(List<String> words, int from) {
        SpokenNumber best = from < words.size() ? read(words, from) : null;
        return Optional.ofNullable(best)
                .filter(each -> each.value().compareTo(LARGEST) <= 0)
                .filter(each -> each.value().scale() <= DECIMALS_MAX);
    }

    private @Nullable SpokenNumber read(List<String> words, int from) {
        SpokenNumber fraction = fraction(words, from);
        if (fraction != null) {
            return fraction;
        }
        SpokenNumber whole = numeral(words, from);
        if (whole == null) {
            whole = cardinal(words, from);
        }
        SpokenNumber number = decimals(words, from, whole);
        if (number == null) {
            return null;
        }
        return withHalves(words, scaled(words, number));
    }

    /** A whole number in words. */
    abstract @Nullable SpokenNumber cardinal(List<String> words, int from);

    /** A whole number below a thousand in words. */
    abstract @Nullable SpokenNumber belowThousand(List<String> words, int from);

    /** A half or a quarter that stands for a quantity by itself, as in half a bitcoin. */
    abstract @Nullable SpokenNumber fraction(List<String> words, int from);

    /** What is added after a number, as in two and a half. */
    abstract SpokenNumber withHalves(List<String> words, SpokenNumber number);

    /** A numeral as this language writes it, without a sign; null when it is none. */
    abstract @Nullable SpokenNumber numeral(List<String> words, int from);

    static @Nullable BigDecimal plain(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                points++;
            } else if (c < '0' || c > '9') {
                return null;
            }
        }
        return points <= 1 && !text.isEmpty() && text.length() <= 24 && !text.endsWith(".")
                ? new BigDecimal(text)
                : null;
    }

    /** Takes the k off 10k. */
    static String withoutThousands(String text) {
        return text.endsWith("k") ? text.substring(0, text.length() - 1) : text;
    }

    static SpokenNumber inThousands(String text, BigDecimal value, int end) {
        return new SpokenNumber(text.endsWith("k") ? value.movePointRight(3) : value, end);
    }

    static String wordAt(List<String> words, int at) {
        return at >= 0 && at < words.size() ? words.get(at) : "";
    }

    /** {@code zero point two five}: digits one by one, or zeros and then a number as in {@code point zero twenty five}. */
    private @Nullable SpokenNumber decimals(List<String> words, int from, @Nullable SpokenNumber whole) {
        int at = whole == null ? from : whole.end();
        if (!points.containsKey(wordAt(words, at))
                || (whole != null && whole.value().scale() > 0)) {
            return whole;
        }
        StringBuilder oneByOne = new StringBuilder();
        int end = at + 1;
        while (digitAt(words, end) >= 0) {
            oneByOne.append(digitAt(words, end++));
        }
        StringBuilder grouped = new StringBuilder();
        int zeros = at + 1;
        while (digitAt(words, zeros) == 0) {
            grouped.append('0');
            zeros++;
        }
        SpokenNumber group = belowThousand(words, zeros);
        String numeral = wordAt(words, zeros);
        BigDecimal typed = numeral.indexOf('.') < 0 ? plain(numeral) : null;
        if (group != null && group.end() > end) {
            grouped.append(group.value().toPlainString());
            end = group.end();
        } else if (typed != null && numeral.length() <= DECIMALS_MAX) {
            grouped.append(numeral);
            end = zeros + 1;
        } else {
            grouped = oneByOne;
        }
        if (grouped.isEmpty()) {
            return whole;
        }
        BigDecimal before = whole == null ? BigDecimal.ZERO : whole.value();
        return new SpokenNumber(before.add(new BigDecimal("0." + grouped)), end);
    }

    private long digitAt(List<String> words, int at) {
        return digits.getOrDefault(wordAt(words, at), -1L);
    }

    /** {@code 1.5 million}, {@code two point five thousand}. */
    private SpokenNumber scaled(List<String> words, SpokenNumber number) {
        Long scale = scales.get(wordAt(words, number.end()));
        return scale == null
                ? number
                : new SpokenNumber(number.value().multiply(BigDecimal.valueOf(scale)), number.end() + 1);
    }
}
