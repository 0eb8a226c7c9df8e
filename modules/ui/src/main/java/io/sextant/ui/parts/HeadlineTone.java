package io.sextant.ui.parts;

import io.sextant.analytics.sentiment.HeadlineReader;
import io.sextant.analytics.sentiment.MeasuredSkill;
import io.sextant.analytics.sentiment.Sentiment.Tone;
import io.sextant.domain.market.Headline;
import io.sextant.ui.i18n.Texts;

/**
 * The tone of a headline as a sign and a word, and how far that word can be trusted. It is read from the original text, so it does
 * not change with the window's language.
 */
public final class HeadlineTone {

    private final HeadlineReader reader = new HeadlineReader();
    private final Texts texts;

    public HeadlineTone(Texts texts) {
        this.texts = texts;
    }

    public Tone of(Headline headline) {
        return reader.read(headline.text()).tone();
    }

    /** For example {@code + positive}. */
    public String word(Headline headline) {
        return texts.get("parts.tone." + of(headline).name());
    }

    /** What kind of reading it is and how often it was right. */
    public String explanation(Headline headline) {
        if (HeadlineReader.isFrench(headline.text())) {
            return texts.get("parts.tone.skill.french");
        }
        MeasuredSkill skill = MeasuredSkill.ENGLISH;
        return texts.get(
                "parts.tone.skill",
                texts.figures().number(skill.accuracy(), 3),
                texts.figures().number(skill.macroF1(), 3),
                texts.figures().count(skill.texts()),
                texts.figures().number(skill.majorityAccuracy(), 3));
    }
}
