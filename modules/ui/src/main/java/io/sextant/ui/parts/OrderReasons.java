package io.sextant.ui.parts;

import io.sextant.ui.i18n.Texts;
import java.util.Locale;

/**
 * Why an order moved, in the reader's language. The engine gives its reasons in English, some with the code of a rule after a
 * colon; what the house wrote is looked up by its words, what a person or a venue wrote stays as it is.
 */
public final class OrderReasons {

    private final Texts texts;

    public OrderReasons(Texts texts) {
        this.texts = texts;
    }

    public String say(String reason) {
        int colon = reason.indexOf(": ");
        String head = colon < 0 ? reason : reason.substring(0, colon);
        String tail = colon < 0 ? "" : reason.substring(colon + 2);
        String said = texts.find("reasons." + key(head)).orElse(head);
        return tail.isEmpty()
                ? said
                : texts.get("reasons.with", said, texts.find("reasons." + tail).orElse(tail));
    }

    private static String key(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }
}
