package io.sextant.app.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command line of ours as a page shows it, with the words behind it that only explain it left out. */
record TypedLine(List<String> words) {

    private static final Pattern PROGRAM = Pattern.compile("(?:^|.*[\\s/])(?:\\./sextant|sextant-cli)(?=\\s|$)(.*)");

    /** Two spaces, or a number sign, begin the explanation; a pipe, a bracket for a file or a semicolon what the shell does. */
    static Optional<TypedLine> find(String shown) {
        Matcher program = PROGRAM.matcher(shown);
        return program.matches() ? Optional.of(new TypedLine(split(program.group(1)))) : Optional.empty();
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean open = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (quote != 0) {
                if (sign == quote) {
                    quote = 0;
                } else {
                    word.append(sign);
                }
            } else if (sign == '"' || sign == '\'') {
                quote = sign;
                open = true;
            } else if (sign == ' ') {
                if (open) {
                    words.add(word.toString());
                    word.setLength(0);
                    open = false;
                }
                if (i > 0 && i + 1 < text.length() && text.charAt(i + 1) == ' ') {
                    return words;
                }
            } else if (!open && "#|;>&".indexOf(sign) >= 0) {
                return words;
            } else {
                word.append(sign);
                open = true;
            }
        }
        if (open) {
            words.add(word.toString());
        }
        return words;
    }
}
