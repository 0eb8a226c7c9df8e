package io.sextant.ui.parts;

import io.sextant.domain.market.Headline;
import io.sextant.ui.i18n.Texts;
import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Tells a headline in the reader's language where the house wrote it: the simulator keeps its sentences in a bundle of both
 * languages, and the template is the key. Anything else is told as it came.
 */
public final class HeadlineWords {

    /** On the classpath wherever the simulator is; a desk on a far engine that lacks it reads the English text. */
    private static final String BUNDLE = "simulator.headlines";

    private final Texts texts;

    public HeadlineWords(Texts texts) {
        this.texts = texts;
    }

    public String say(Headline headline) {
        return pattern(headline.template())
                .map(pattern -> new MessageFormat(pattern, texts.language().locale())
                        .format(headline.arguments().toArray()))
                .orElse(headline.text());
    }

    private Optional<String> pattern(String template) {
        try {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    BUNDLE,
                    texts.language().locale(),
                    HeadlineWords.class.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            return bundle.containsKey(template) ? Optional.of(bundle.getString(template)) : Optional.empty();
        } catch (MissingResourceException withoutSimulator) {
            return Optional.empty();
        }
    }
}
