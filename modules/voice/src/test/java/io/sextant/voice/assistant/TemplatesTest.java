package io.sextant.voice.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.regime.RegimeName;
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

    @Test
    void everyWordOfTheEngineThatAnswersNameIsThere() {
        Templates templates = new Templates(Language.FRENCH);
        for (GateControl control : GateControl.values()) {
            assertThat(templates.sentence("control." + control.name())).isNotBlank();
        }
        for (GateState state : GateState.values()) {
            assertThat(templates.sentence("gate." + state.name())).isNotBlank();
        }
        for (RegimeName regime : RegimeName.values()) {
            assertThat(templates.sentence("regime." + regime.name())).isNotBlank();
        }
        for (OrderOrigin origin : OrderOrigin.values()) {
            assertThat(templates.sentence("origin." + origin.name())).isNotBlank();
        }
        for (HostedStage stage : HostedStage.values()) {
            if (stage != HostedStage.REMOVED) {
                assertThat(templates.sentence("stage." + stage.name())).isNotBlank();
            }
        }
        for (TradingMode mode : TradingMode.values()) {
            assertThat(templates.sentence("mode." + mode.name())).isNotBlank();
        }
        for (FeedStatus status : FeedStatus.values()) {
            assertThat(templates.sentence("feed." + status.name())).isNotBlank();
        }
        for (Verdict verdict : Verdict.values()) {
            assertThat(templates.sentence("verdict." + verdict.word())).isNotBlank();
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
