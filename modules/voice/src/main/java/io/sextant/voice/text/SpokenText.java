package io.sextant.voice.text;

import io.sextant.voice.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.util.Enumeration;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/** The sentences of one language. Numbers are written out exactly as they are, with that language's decimal sign. */
public final class SpokenText {

    private final Language language;
    private final PropertyResourceBundle sentences;

    public SpokenText(Language language) {
        this.language = language;
        String name = "voice_" + language.code() + ".properties";
        try (InputStream in = SpokenText.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new MissingResourceException("no " + name, SpokenText.class.getName(), name);
            }
            sentences = new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Language language() {
        return language;
    }

    /** The sentence of that key with these in the places of {0}, {1} and so on. */
    public String say(String key, Object... arguments) {
        String sentence = sentences.getString(key);
        StringBuilder said = new StringBuilder(sentence.length() + 32);
        int at = 0;
        while (at < sentence.length()) {
            char c = sentence.charAt(at);
            if (c == '{' && at + 2 < sentence.length() && sentence.charAt(at + 2) == '}') {
                said.append(arguments[sentence.charAt(at + 1) - '0']);
                at += 3;
            } else {
                said.append(c);
                at++;
            }
        }
        return said.toString();
    }

    /** A plain decimal number as it is written here: 1,234.5 or 1 234,5. No digit is lost or made. */
    public String number(String plain) {
        DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(language.locale());
        boolean negative = plain.startsWith("-");
        String digits = negative ? plain.substring(1) : plain;
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        StringBuilder grouped = new StringBuilder(negative ? "-" : "");
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                grouped.append(signs.getGroupingSeparator());
            }
            grouped.append(whole.charAt(i));
        }
        return point < 0
                ? grouped.toString()
                : grouped.append(signs.getDecimalSeparator())
                        .append(digits, point + 1, digits.length())
                        .toString();
    }

    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        Enumeration<String> all = sentences.getKeys();
        while (all.hasMoreElements()) {
            keys.add(all.nextElement());
        }
        return keys;
    }
}
