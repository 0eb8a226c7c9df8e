package io.sextant.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChartViewportTest {

    private final ChartViewport view = new ChartViewport();

    @BeforeEach
    void showAThousandBars() {
        view.resize(800);
        view.reset(0, 1_000);
    }

    @Test
    void startsAtTheNewestBar() {
        assertThat(view.isLive()).isTrue();
        assertThat(view.endVisible()).isEqualTo(1_000);
        assertThat(view.x(1_000)).isCloseTo(800 - ChartViewport.LIVE_MARGIN_PIXELS, within(1e-6));
    }

    @Test
    void zoomKeepsWhatIsUnderTheMouseWhereItIs() {
        view.panPixels(2_000);
        double under = view.positionAt(300);

        view.zoom(1.7, 300);

        assertThat(view.positionAt(300)).isCloseTo(under, within(1e-6));
    }

    @Test
    void followsNewBarsWhileTheNewestIsInSight() {
        double x = view.x(999);

        view.dataChanged(0, 1_003);

        assertThat(view.x(1_002)).isCloseTo(x, within(1e-6));
    }

    @Test
    void staysWhereTheReaderLooksWhenNewBarsCome() {
        view.panPixels(1_500);
        double left = view.left();

        view.dataChanged(0, 1_003);

        assertThat(view.left()).isEqualTo(left);
        assertThat(view.isLive()).isFalse();
    }

    @Test
    void staysWhereTheReaderLooksWhenHistoryIsPutInFront() {
        view.showFirst();
        double left = view.left();

        view.dataChanged(-5_000, 1_000);

        assertThat(view.left()).isEqualTo(left);
        assertThat(view.firstVisible()).isEqualTo(0);
    }

    @Test
    void neverLosesTheDataOutOfSight() {
        view.panPixels(1e9);
        assertThat(view.firstVisible()).isLessThan(view.endVisible());

        view.panPixels(-1e9);
        assertThat(view.firstVisible()).isLessThan(view.endVisible());
    }

    @Test
    void zoomsOutUntilAllBarsAreInSightAndNoFurther() {
        view.zoom(1e-9, 400);
        view.showLive();

        assertThat(view.firstVisible()).isZero();
        assertThat(view.x(0)).isCloseTo(0, within(1e-6));
    }

    @Test
    void showsAnEmptySeriesThenItsFirstBars() {
        view.reset(0, 0);
        assertThat(view.firstVisible()).isEqualTo(view.endVisible());

        view.dataChanged(0, 1);

        assertThat(view.isLive()).isTrue();
        assertThat(view.x(0)).isBetween(0.0, 800.0);
    }
}
