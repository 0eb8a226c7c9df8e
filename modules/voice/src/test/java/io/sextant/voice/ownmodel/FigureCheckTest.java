package io.sextant.voice.ownmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.voice.assistant.Fact;
import io.sextant.voice.language.Language;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureCheckTest {

    private static final List<Fact> FACTS = List.of(
            new Fact("price", "63,998.50 USDT", "market:BTC-USDT"),
            new Fact("forecast.low80", "63,100.0", "forecast:BTC-USDT:ridge7"),
            new Fact("price.day.move", "-2.35%", "market:BTC-USDT"),
            new Fact("price.time", "Nov 22, 2026, 5:15 PM", "market:SIM4"),
            new Fact("fills", "3", "journal:812"));

    private static List<String> english(String words) {
        return FigureCheck.unfounded(words, FACTS, Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bitcoin trades at 63,998.50 USDT.",
                "Bitcoin trades at 63998.5 USDT, with three fills.",
                "It fell by 2.35% today (−2.35 %), a move of one day.",
                "SIM4 and ridge7 were looked at on Nov 22, 2026 at 5:15.",
                "There is no figure in this at all."
            })
    void aFactMayBeSaidInItsOwnFigures(String words) {
        assertThat(english(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It trades at 64,000 USDT.",
                "It trades at about 63,998 USDT.",
                "It rose by 2.4%.",
                "There were -3 fills.",
                "3% of the day is over.",
                "There were four fills.",
                "Some twenty percent of it.",
                "The model ridge8 says so.",
                "It will be 10x.",
                "It grew by ½.",
                "٣ fills were made.",
                "Half of it was sold.",
                "It is worth 6 3998.50.",
                "See order 812."
            })
    void whatNoFactSaysIsUnfounded(String words) {
        assertThat(english(words)).isNotEmpty();
    }

    @Test
    void frenchFiguresAreReadAsTheFrenchWriteThem() {
        List<Fact> facts = List.of(
                new Fact("price", "63\u202f998,50 USDT", "market:BTC-USDT"),
                new Fact("move", "-2,35\u202f%", "market:BTC-USDT"),
                new Fact("fills", "3", "journal"));

        assertThat(FigureCheck.unfounded(
                        "Le bitcoin vaut 63 998,50 USDT, après une baisse de 2,35 % et trois exécutions.",
                        facts, Language.FRENCH))
                .isEmpty();
        assertThat(FigureCheck.unfounded("Il vaut 63 999 USDT.", facts, Language.FRENCH))
                .containsExactly("63 999");
        assertThat(FigureCheck.unfounded("Vingt pour cent.", facts, Language.FRENCH))
                .isNotEmpty();
    }

    /** Any other number in the place of a fact is found, whatever it is. */
    @Test
    void noOtherNumberPasses() {
        RandomGenerator random = new io.sextant.domain.time.SeededRandom(20261122);
        for (int i = 0; i < 2_000; i++) {
            long number = random.nextLong(100, 1_000_000);
            if (number == 2026 || number == 63_100) {
                continue;
            }
            assertThat(english("It is " + number + " now.")).as("%s", number).containsExactly(String.valueOf(number));
        }
    }
}
