package io.sextant.engine.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.outlook.Drawers;
import io.sextant.engine.outlook.FleetDrawers;
import io.sextant.engine.outlook.OutlookWatch;
import io.sextant.risk.path.Outlook;
import io.sextant.risk.path.OutlookTerms;
import io.sextant.risk.path.PathKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutlookFleetTest {

    private static final class Heard implements OutlookWatch {

        private final List<Long> done = new ArrayList<>();
        private final boolean stop;

        Heard(boolean stop) {
            this.stop = stop;
        }

        @Override
        public void drawn(long drawn, long of) {
            done.add(drawn);
        }

        @Override
        public boolean isCancelled() {
            return stop;
        }
    }

    private static double[] past(long seed, int size) {
        SeededRandom random = new SeededRandom(seed);
        double[] past = new double[size];
        Arrays.setAll(
                past,
                i -> 0.0004 + (i / 80 % 2 == 0 ? 0.006 : 0.018) * random.nextGaussian() + (i % 170 == 0 ? -0.09 : 0));
        return past;
    }

    /** The last block is not a whole one. */
    @ParameterizedTest
    @EnumSource(PathKind.class)
    void anOutlookComesToTheSameBitsFromBlocksThatAreDrawnInAnyOrderElsewhere(PathKind kind) throws IOException {
        OutlookTerms terms = new OutlookTerms(40, 2_500, 0.8, 3);
        double[] past = past(31, 700);
        Outlook alone = Drawers.here(1).one(kind, past, terms);
        assertThat(alone.ruinChance()).isBetween(0.001, 0.999);
        try (Fleet here = new LocalFleet(2);
                Fleet far = Backwards.far()) {
            for (Fleet fleet : List.of(here, far)) {
                Heard heard = new Heard(false);
                assertThat(new FleetDrawers(fleet, 2, heard).one(kind, past, terms))
                        .usingRecursiveComparison()
                        .isEqualTo(alone);
                assertThat(heard.done).containsExactly(1_024L, 2_048L, 2_500L);
            }
        }
    }

    @Test
    void outlooksOfSeveralPortfoliosComeToTheSameBitsEachDrawnWholeElsewhere() throws IOException {
        List<double[]> pasts = List.of(past(1, 300), past(2, 300), past(3, 40));
        for (OutlookTerms terms : List.of(new OutlookTerms(1, 100, 0.9, -7), new OutlookTerms(60, 1_100, 0.9, 4))) {
            List<Outlook> alone = Drawers.here(2).each(PathKind.BOOTSTRAP, pasts, terms);
            assertThat(alone.get(0).mean()).isNotEqualTo(alone.get(1).mean());
            try (Fleet here = new LocalFleet(2);
                    Fleet far = Backwards.far()) {
                for (Fleet fleet : List.of(here, far)) {
                    Heard heard = new Heard(false);
                    assertThat(new FleetDrawers(fleet, 1, heard).each(PathKind.BOOTSTRAP, pasts, terms))
                            .usingRecursiveComparison()
                            .isEqualTo(alone);
                    assertThat(heard.done).containsExactly(1L, 2L, 3L);
                }
            }
        }
    }

    @Test
    void whatCannotBeDrawnIsRefusedInTheSameWordsAndAWishToStopIsHeard() throws IOException {
        OutlookTerms terms = new OutlookTerms(10, 1_500, 0.5, 1);
        double[] few = past(1, 90);
        try (Fleet far = Backwards.far();
                Fleet here = new LocalFleet(1)) {
            for (Drawers each : List.of(Drawers.here(1), new FleetDrawers(far, 1, new Heard(false)))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> each.one(PathKind.GARCH, few, terms))
                        .withMessage("there are 90 returns, and garch needs at least 100");
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> each.each(PathKind.BOOTSTRAP, List.of(few, past(1, 3)), terms))
                        .withMessage("there are 3 returns, and bootstrap needs at least 20");
            }
            Drawers stopped = new FleetDrawers(here, 1, new Heard(true));
            assertThatThrownBy(() -> stopped.one(PathKind.BOOTSTRAP, few, terms))
                    .isInstanceOf(CancellationException.class);
        }
    }
}
