package io.sextant.ui.i18n;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language in which the whole window is available. */
public enum Language {
    ENGLISH("en", "English", Locale.UK),
    FRENCH("fr", "Français", Locale.FRANCE);

    private final String tag;
    private final String nativeName;
    private final Locale locale;

    Language(String tag, String nativeName, Locale locale) {
        this.tag = tag;
        this.nativeName = nativeName;
        this.locale = locale;
    }

    public String tag() {
        return tag;
    }

    /** The language's own name for itself: what a reader who is lost looks for. */
    public String nativeName() {
        return nativeName;
    }

    public Locale locale() {
        return locale;
    }

    public static Optional<Language> findByTag(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    /** The closest one to a locale of the system; English when none is close. */
    public static Language closestTo(Locale locale) {
        return findByTag(locale.getLanguage()).orElse(ENGLISH);
    }
}
