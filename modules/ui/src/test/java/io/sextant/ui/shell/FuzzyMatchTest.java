package io.sextant.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FuzzyMatchTest {

    private static final List<String> TITLES = List.of(
            "Show Chart",
            "Show Watchlist",
            "Reset the layout",
            "Language: Français",
            "BTC-USDT – Bitcoin",
            "ETH-USDT – Ether",
            "Engage the kill switch: stop and cancel all orders",
            "Enclencher l’arrêt d’urgence",
            "Search and run commands");

    @Test
    void findsByFirstLettersOfWords() {
        assertThat(best("sc")).isEqualTo("Show Chart");
        assertThat(best("rl")).isEqualTo("Reset the layout");
        assertThat(best("ks")).isEqualTo("Engage the kill switch: stop and cancel all orders");
    }

    @Test
    void findsWithoutCaseAccentsAndBlanks() {
        assertThat(best("francais")).isEqualTo("Language: Français");
        assertThat(best("ARRET")).isEqualTo("Enclencher l’arrêt d’urgence");
        assertThat(best("kill sw")).isEqualTo("Engage the kill switch: stop and cancel all orders");
    }

    @Test
    void prefersARunOfLettersToScatteredOnes() {
        assertThat(best("eth")).isEqualTo("ETH-USDT – Ether");
        assertThat(best("chart")).isEqualTo("Show Chart");
    }

    @Test
    void findsNothingWhenALetterIsMissingOrOutOfOrder() {
        assertThat(FuzzyMatch.score("zz", "Show Chart")).isEmpty();
        assertThat(FuzzyMatch.score("trahc", "chart")).isEmpty();
        assertThat(FuzzyMatch.score("", "Show Chart")).hasValue(0);
    }

    @Property(tries = 1_000)
    void findsExactlyTheTitlesThatContainTheLettersInOrder(
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(min = 1, max = 5) String typed,
            @ForAll @CharRange(from = 'a', to = 'e') @StringLength(max = 12) String title) {
        assertThat(FuzzyMatch.score(typed, title).isPresent()).isEqualTo(containsInOrder(typed, title));
    }

    private static boolean containsInOrder(String typed, String title) {
        int at = -1;
        for (int i = 0; i < typed.length(); i++) {
            at = title.toLowerCase(Locale.ROOT).indexOf(typed.charAt(i), at + 1);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    private static String best(String typed) {
        return TITLES.stream()
                .filter(title -> FuzzyMatch.score(typed, title).isPresent())
                .max(Comparator.comparingInt(
                        title -> FuzzyMatch.score(typed, title).getAsInt()))
                .orElse("");
    }
}
