package io.sextant.ui.panel.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.dataset.SessionChoice;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.BarReading;
import io.sextant.domain.request.BarReadings;
import io.sextant.ui.chart.PriceChart;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.util.Objects;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ChartReadingsTest {

    private static final BarReading ADJUSTED = new BarReading(true, SessionChoice.ALWAYS);
    private static final BarReading BOTH = new BarReading(true, SessionChoice.US_EQUITIES);

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    @ParameterizedTest
    @LanguageInTurn
    void switchesToAdjustedPricesAndRegularHoursAndRemembersIt(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        engine.data.offer(FakeInstruments.BTC, new BarReadings(true, SessionChoice.US_EQUITIES));
        engine.data.storeBars(FakeInstruments.BTC, Timeframe.M1, ADJUSTED, minutes(70));
        engine.data.storeBars(FakeInstruments.BTC, Timeframe.M1, BOTH, minutes(50));
        try (PanelTester panel = open(robot, language)) {
            assertThat(title(panel)).endsWith(english ? "1m · raw · all hours" : "1m · brut · toutes les heures");
            panel.click("#chart-adjusted");
            panel.await("adjusted bars", () -> size(panel) == 70);
            assertThat(title(panel)).endsWith(english ? "adjusted · all hours" : "ajusté · toutes les heures");
            panel.focus(chart(panel)).press(KeyCode.H);
            panel.await("of regular hours", () -> size(panel) == 50);
            assertThat(title(panel))
                    .endsWith(english ? "adjusted · regular hours, New York" : "ajusté · heures normales, New York");

            panel.run(() -> panel.desk().context().linkedInstrument().set(FakeInstruments.ETH));
            panel.await("another one, which has no other reading", () -> size(panel) > 1_000);
            assertThat(panel.find("#chart-hours", ToggleButton.class).isDisabled())
                    .isTrue();
            assertThat(title(panel)).endsWith("1m");
            panel.run(() -> panel.desk().context().linkedInstrument().set(FakeInstruments.BTC));
            panel.await("as it was left", () -> size(panel) == 50);
            assertThat(panel.find("#chart-adjusted", ToggleButton.class).isSelected())
                    .isTrue();

            panel.click("#chart-hours").click("#chart-adjusted");
            panel.await("the market's own again", () -> size(panel) > 1_000);
        }
    }

    @Test
    void newestBarsOfAReadingAreAskedForWhenTheMarketMoves(FxRobot robot) {
        engine.data.offer(FakeInstruments.BTC, new BarReadings(true, SessionChoice.ALWAYS));
        engine.data.storeBars(FakeInstruments.BTC, Timeframe.M1, ADJUSTED, minutes(70));
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.click("#chart-adjusted");
            panel.await("adjusted bars", () -> size(panel) == 70);
            engine.data.storeBars(FakeInstruments.BTC, Timeframe.M1, ADJUSTED, minutes(72));
            engine.step(5);
            panel.await("two more", () -> size(panel) == 72);
        }
    }

    @Test
    void theOtherReadingIsShownWhereThisOneWas(FxRobot robot) {
        engine.data.offer(FakeInstruments.BTC, new BarReadings(true, SessionChoice.ALWAYS));
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            long moment = panel.onFxThread(() -> chart(panel)
                    .getSeries()
                    .openTimeNanos(chart(panel).getSeries().firstIndex() + 900));
            panel.run(() -> chart(panel).showTime(moment));
            BarSeriesBuilder around = new BarSeriesBuilder();
            for (int i = -500; i < 600; i++) {
                around.add(moment + i * Timeframe.M1.nominalNanos(), 5, 6, 4, 5, 1);
            }
            engine.data.storeBars(FakeInstruments.BTC, Timeframe.M1, ADJUSTED, around.build());
            panel.click("#chart-adjusted");
            panel.await("adjusted bars", () -> size(panel) == 1_100);
            panel.await(
                    "the same moment",
                    () -> Math.abs(panel.onFxThread(() -> chart(panel).middleNanos()) - moment)
                            < 2 * Timeframe.M1.nominalNanos());
            assertThat(panel.onFxThread(() -> chart(panel).middleNanos()))
                    .isCloseTo(moment, within(2 * Timeframe.M1.nominalNanos()));
        }
    }

    @Test
    void aReadingThatThereIsNotIsRefusedInWords(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.press(KeyCode.A);
            assertThat(Objects.requireNonNull(panel.desk()
                                    .context()
                                    .toasts()
                                    .latestProperty()
                                    .get())
                            .title())
                    .startsWith("No adjusted series");
            assertThat(panel.find("#chart-adjusted", ToggleButton.class).isSelected())
                    .isFalse();
        }
    }

    private static BarSeries minutes(int count) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (int i = 0; i < count; i++) {
            bars.add(i * Timeframe.M1.nominalNanos(), 10 + i, 12 + i, 9 + i, 11 + i, 5);
        }
        return bars.build();
    }

    private static String title(PanelTester panel) {
        return panel.onFxThread(() -> chart(panel).getTitle());
    }

    private static int size(PanelTester panel) {
        return panel.onFxThread(() -> chart(panel).getSeries().size());
    }

    private PanelTester open(FxRobot robot, Language language) {
        PanelTester panel = new PanelTester(robot, stage, engine, ChartController::new, language, 900, 600);
        panel.await("bars", () -> !chart(panel).getSeries().isEmpty());
        panel.focus(chart(panel));
        return panel;
    }

    private static PriceChart chart(PanelTester panel) {
        return panel.find("#chart", PriceChart.class);
    }
}
