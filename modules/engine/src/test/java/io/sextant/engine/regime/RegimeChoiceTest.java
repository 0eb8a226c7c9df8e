package io.sextant.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SeededRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RegimeChoiceTest {

    private final SeededRandom random = new SeededRandom(5);
    private final Map<String, NavigableMap<Long, Double>> errors = new LinkedHashMap<>();

    /** Absolute errors of normal forecasts. */
    private void model(String name, int from, int bars, double deviation) {
        NavigableMap<Long, Double> own = new TreeMap<>();
        for (int i = 0; i < bars; i++) {
            own.put((long) from + i, Math.abs(deviation * random.nextGaussian()));
        }
        errors.put(name, own);
    }

    @Test
    void theBestOfThoseThatAreBetterByMoreThanChanceIsTaken() {
        model("usual", 0, 400, 1);
        model("good", 0, 400, 0.6);
        model("better", 0, 400, 0.4);
        model("worse", 0, 400, 1.5);
        assertThat(RegimeChoice.better("usual", List.of("worse", "good", "better"), errors))
                .contains("better");
        assertThat(RegimeChoice.better("better", List.of("worse", "good", "usual"), errors))
                .isEmpty();
    }

    @Test
    void barsThatOnlyOneOfThemToldDoNotCount() {
        model("usual", 0, 400, 1);
        model("other", 301, 400, 0.2);
        assertThat(RegimeChoice.better("usual", List.of("other"), errors)).isEmpty();
        model("other", 300, 400, 0.2);
        assertThat(RegimeChoice.better("usual", List.of("other"), errors)).contains("other");
        assertThat(RegimeChoice.better("nobody", List.of("other"), errors)).isEmpty();
    }

    /** Three models that are all alike: at most one in twenty worlds may be taken for better, give or take chance. */
    @Test
    void chanceAloneSeldomPutsAModelAside() {
        int taken = 0;
        for (int world = 0; world < 400; world++) {
            for (String name : List.of("usual", "one", "two", "three")) {
                model(name, 0, 120, 1);
            }
            taken += RegimeChoice.better("usual", List.of("one", "two", "three"), errors)
                    .map(name -> 1)
                    .orElse(0);
        }
        // 20 are expected at most; three deviations of a binomial count above that are 33.
        assertThat(taken).isBetween(1, 33);
    }
}
