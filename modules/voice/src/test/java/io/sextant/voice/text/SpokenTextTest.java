package io.sextant.voice.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.voice.language.Language;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SpokenTextTest {

    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");
    private final SpokenText english = new SpokenText(Language.ENGLISH);
    private final SpokenText french = new SpokenText(Language.FRENCH);

    @Test
    void bothLanguagesSayTheSameThingsWithTheSamePlaces() {
        assertThat(french.keys()).isEqualTo(english.keys());
        for (String key : english.keys()) {
            assertThat(places(french, key)).as(key).isEqualTo(places(english, key));
        }
    }

    private static Set<String> places(SpokenText text, String key) {
        Object[] itself = {"{0}", "{1}", "{2}", "{3}"};
        return new TreeSet<>(PLACE.matcher(text.say(key, itself))
                .results()
                .map(MatchResult::group)
                .toList());
    }

    @Test
    void numbersKeepEveryDigit() {
        assertThat(english.number("-1234567.00012")).isEqualTo("-1,234,567.00012");
        assertThat(english.number("0.0001")).isEqualTo("0.0001");
        assertThat(english.number("999")).isEqualTo("999");
        assertThat(french.number("1234.5")).endsWith(",5").startsWith("1").hasSize(7);
    }
}
