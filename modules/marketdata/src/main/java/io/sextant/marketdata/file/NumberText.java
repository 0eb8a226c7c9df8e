package io.sextant.marketdata.file;

import java.nio.charset.StandardCharsets;

/**
 * Decimal numbers from bytes, bit for bit what {@link Double#parseDouble} makes of the same text. Up to fifteen digits and
 * powers of ten up to 22 are both exact as doubles, so one division is rounded correctly (Clinger 1990); all else goes the
 * long way.
 */
final class NumberText {

    private static final double[] POWERS_OF_TEN = new double[23];
    private static final long EXACT_MAX = 1L << 53;

    static {
        for (int i = 0; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = Double.parseDouble("1e" + i);
        }
    }

    private final byte point;
    private final byte grouping;

    NumberText(boolean decimalComma) {
        point = (byte) (decimalComma ? ',' : '.');
        grouping = (byte) (decimalComma ? '.' : ',');
    }

    /** The number in {@code [from, to)}; NaN when there is none. */
    double parse(byte[] text, int from, int to) {
        int at = from;
        boolean negative = at < to && text[at] == '-';
        if (negative) {
            at++;
        }
        long digits = 0;
        int first = at;
        int decimals = 0;
        boolean behindPoint = false;
        for (; at < to; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9 && digits < EXACT_MAX / 10) {
                digits = digits * 10 + digit;
                decimals += behindPoint ? 1 : 0;
            } else if (text[at] == point && !behindPoint) {
                behindPoint = true;
            } else {
                return slowly(text, from, to);
            }
        }
        int length = at - first - (behindPoint ? 1 : 0);
        if (length == 0 || decimals >= POWERS_OF_TEN.length) {
            return slowly(text, from, to);
        }
        double value = decimals == 0 ? digits : digits / POWERS_OF_TEN[decimals];
        return negative ? -value : value;
    }

    /** Long numbers, exponents, thousands in groups, K, M and B for thousands, millions and billions, currency signs. */
    private double slowly(byte[] text, int from, int to) {
        String cleaned = cleaned(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
        double factor = 1;
        if (!cleaned.isEmpty()) {
            factor = switch (cleaned.charAt(cleaned.length() - 1)) {
                case 'K', 'k' -> 1e3;
                case 'M', 'm' -> 1e6;
                case 'B', 'b' -> 1e9;
                default -> 1;
            };
        }
        String number = factor == 1 ? cleaned : cleaned.substring(0, cleaned.length() - 1);
        if (!looksDecimal(number)) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(number) * factor;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private String cleaned(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == point) {
                kept.append('.');
            } else if (c == grouping || c == '\'' || c == '_') {
                if (!isGroup(text, i)) {
                    return "";
                }
            } else if (!kept.isEmpty() || (c != '+' && c != '$')) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    /** A separator of thousands has three digits behind it, and then no fourth. */
    private static boolean isGroup(String text, int at) {
        int digits = 0;
        while (at + 1 + digits < text.length() && Character.isDigit(text.charAt(at + 1 + digits))) {
            digits++;
        }
        return digits == 3 && at > 0 && Character.isDigit(text.charAt(at - 1));
    }

    /** Keeps out what Java would read besides: NaN, Infinity, hexadecimal numbers, 1d and 1f. */
    private static boolean looksDecimal(String text) {
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digit = true;
            } else if (c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return digit;
    }
}
