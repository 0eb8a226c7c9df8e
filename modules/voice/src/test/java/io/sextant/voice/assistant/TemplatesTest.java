package io.sextant.voice.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.voice.language.Language;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplatesTest {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        Templates english = new Templates(Language.ENGLISH);
        Templates french = new Templates(Language.FRENCH);
        assertThat(french.keys()).isEqualTo(english.keys());
        for (String key : english.keys()) {
            assertThat(places(french.sentence(key))).as(key).isEqualTo(places(english.sentence(key)));
        }
    }

    /** So that every figure of an answer is a fact. */
    @ParameterizedTest
    @EnumSource
    void noFigureStandsInASentenceItself(Language language) {
        Templates templates = new Templates(language);
        for (String key : templates.keys()) {
            assertThat(templates.sentence(key)).as(key).doesNotContainPattern("\\d");
        }
    }
}
