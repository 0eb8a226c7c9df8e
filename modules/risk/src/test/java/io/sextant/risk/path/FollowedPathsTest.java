package io.sextant.risk.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FollowedPathsTest {

    private static final PathModel WALK =
            (random, returns) -> Arrays.setAll(returns, i -> Math.expm1(0.01 * random.nextGaussian()));

    /** With so many paths that not all fit into a fan it is read from the first ones: as if there were no others, but at its end. */
    @Test
    void aFanOfTheFirstPathsIsTheSameFromBlocksAndFromThosePathsAlone() {
        OutlookTerms terms = new OutlookTerms(30, 3_000, 0.95, 8);
        for (int inFan : new int[] {1_500, 2_048, 1}) {
            FollowedPaths joined = FollowedPaths.all(terms, inFan);
            for (int block : new int[] {2, 0, 1}) {
                joined.put(block, FollowedPaths.ofBlock(WALK, terms, inFan, block));
            }
            Outlook whole = Outlook.of(WALK, terms, 1);
            Outlook came = joined.outlook(1);
            int end = whole.fan().length - 1;
            assertThat(came.fan()[end]).containsExactly(whole.fan()[end]);
            assertThat(came).usingRecursiveComparison().ignoringFields("fan").isEqualTo(whole);
            if (inFan >= 100) {
                Outlook ofThose = Outlook.of(WALK, new OutlookTerms(30, inFan, 0.95, 8), 1);
                assertThat(Arrays.copyOf(came.fan(), end)).isDeepEqualTo(Arrays.copyOf(ofThose.fan(), end));
            }
        }
    }
}
