package io.sextant.strategy.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.testing.Market;
import io.sextant.strategy.testing.Walks;
import io.sextant.strategy.testing.Wished;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Thirty tests at once of six instruments, over many markets: how often luck is taken for a relation, and a relation for luck. */
class PairSelectionTest {

    private static final int MARKETS = Integer.getInteger("sextant.pairs.markets", 40);
    /** A full window and one review after it, whatever the day of the first bar. */
    private static final int BARS = 252 + 2 * 28;

    private static List<Wished> wishes(int market, boolean isTied, double alpha, boolean bonferroni) {
        double[][] closes = new double[6][];
        for (int k = 0; k < closes.length; k++) {
            closes[k] = Walks.random(1_000L * market + k, BARS);
        }
        if (isTied) {
            closes[5] = Walks.tiedTo(closes[2], 1, Walks.returning(1_000L * market + 9, BARS, 0.8, 0.01));
        }
        Pairs kind = new Pairs();
        // What is chosen is traded at the first bar half a deviation off, so that a choice does not stay unseen.
        Map<String, Double> given = Map.of("enter", 0.5, "alpha", alpha, "bonferroni", bonferroni ? 1.0 : 0.0);
        return Market.ofCloses(closes).wishesOf(kind, Choice.of(kind, given));
    }

    private static int chosen(boolean isTied, double alpha, boolean bonferroni) {
        int chosen = 0;
        for (int market = 0; market < MARKETS; market++) {
            chosen += wishes(market, isTied, alpha, bonferroni).isEmpty() ? 0 : 1;
        }
        return chosen;
    }

    /**
     * Where nothing is tied every choice is false, and both kinds of care promise any at all in at most alpha of the reviews; there are two
     * at most. Four deviations of a count of that many are the tolerance.
     */
    @Test
    void luckIsSeldomTakenForARelation() {
        double expected = 2 * 0.05 * MARKETS;
        assertThat(chosen(false, 0.05, false)).isLessThan((int) Math.ceil(expected + 4 * Math.sqrt(expected)));
    }

    /** It returns by a fifth a bar: 250 bars are eighty half-lives, and the test of such a one alone hardly ever misses it. */
    @Test
    void aRelationIsFoundAmongMany() {
        assertThat(chosen(true, 0.05, false)).isGreaterThan(MARKETS * 8 / 10);
        assertThat(chosen(true, 0.05, true)).isGreaterThan(MARKETS * 8 / 10);
    }
}
