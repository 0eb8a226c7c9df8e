package io.sextant.app.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.StrategyKind;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The window knows no strategies, and the strategies no window: that the one has words for the others is seen only here. */
class StrategyTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"strategy.properties", "strategy_fr.properties"})
    void everyStrategyHasANameAnIdeaAPaperAndItsFailure(String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/io/sextant/ui/i18n/" + bundle)),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        for (StrategyKind kind : StrategyCatalog.all()) {
            for (String what : new String[] {"name", "idea", "paper", "fails"}) {
                assertThat(texts.getProperty(kind.name() + "." + what, ""))
                        .as("%s of %s", what, kind.name())
                        .isNotBlank();
            }
        }
    }
}
