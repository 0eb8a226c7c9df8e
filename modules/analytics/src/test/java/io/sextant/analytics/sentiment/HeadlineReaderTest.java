package io.sextant.analytics.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.sentiment.Sentiment.Hit;
import io.sextant.analytics.sentiment.Sentiment.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineReaderTest {

    private final HeadlineReader reader = new HeadlineReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Profit beats estimates as demand surges|BULLISH",
                "$XYZ - Broker downgrades the miner on weak metal prices|BEARISH",
                "Company to hold its annual meeting on Tuesday|NEUTRAL",
                "Shares not weak after results|BULLISH",
                "The group cut to hold at the bank|BEARISH",
                "Le titre s’envole après un bénéfice meilleur que prévu|BULLISH",
                "Le constructeur abaisse ses prévisions et chute en Bourse|BEARISH",
                "La société publiera ses comptes mardi|NEUTRAL",
                "Pas de récession en vue pour la zone euro|BULLISH"
            })
    void readsBothLanguages(String headline, Tone tone) {
        assertThat(reader.read(headline).tone()).as(headline).isEqualTo(tone);
    }

    @Test
    void saysWhichWordsDecided() {
        Sentiment sentiment = reader.read("Broker cut to hold, but profit is rising http://t.co/rising");

        assertThat(sentiment.because()).containsExactly(new Hit("cut to hold", -2), new Hit("rising", 1.5));
        assertThat(sentiment.points()).isEqualTo(-0.5, within(1e-12));
        assertThat(sentiment.tone()).isEqualTo(Tone.NEUTRAL);
    }

    @Test
    void aNegationReachesThreeWordsFar() {
        assertThat(reader.read("not a really strong start").points()).isEqualTo(-1.05, within(1e-12));
        assertThat(reader.read("not the first of its kind but strong").points()).isEqualTo(1.5);
    }

    @Test
    void anEmptyHeadlineSaysNothing() {
        assertThat(reader.read("")).isEqualTo(new Sentiment(Tone.NEUTRAL, 0, java.util.List.of()));
        assertThat(reader.read("$ABC https://t.co/x").tone()).isEqualTo(Tone.NEUTRAL);
    }
}
