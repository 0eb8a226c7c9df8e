package io.sextant.ui.panel.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.forecast.Stretch;
import io.sextant.domain.forecast.StretchText;
import io.sextant.ui.chart.CandleSeries;
import io.sextant.ui.chart.PriceChart;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.parts.MomentText;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import io.sextant.ui.testing.TestDesk;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ChartEventsTest {

    /** Below the ring of whatever has the keyboard, within the strips of four pixels. */
    private static final int HEAD_ROW = 3;

    private static final String SETTING = StretchText.settingOf(FakeInstruments.BTC);

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    @ParameterizedTest
    @LanguageInTurn
    void aStretchIsMarkedShownKeptForTheModelsAndRemoved(Language language, FxRobot robot) {
        try (PanelTester panel = new PanelTester(robot, stage, engine, ChartController::new, language, 1_100, 700)) {
            panel.await("the bars", () -> !chart(panel).getSeries().isEmpty());
            CandleSeries series = chart(panel).getSeries();
            long from = series.openTimeNanos(series.endIndex() - 30);
            long end = series.openTimeNanos(series.endIndex() - 10);
            int before = tinted(panel);
            panel.focus(chart(panel)).press(KeyCode.E);
            panel.await("the form", () -> panel.isVisible("#chart-event-add"));
            panel.run(() -> {
                panel.find("#chart-event-label", TextField.class).setText("crash");
                panel.find("#chart-event-from", TextField.class).setText(MomentText.write(from, TestDesk.ZONE));
                panel.find("#chart-event-end", TextField.class).setText("soon");
            });
            panel.click("#chart-event-add");
            assertThat(panel.text("#chart-event-problem"))
                    .contains(language == Language.ENGLISH ? "Write times" : "Écrivez les moments");
            panel.run(() -> panel.find("#chart-event-end", TextField.class)
                    .setText(MomentText.write(from - 60_000_000_000L, TestDesk.ZONE)));
            panel.click("#chart-event-add");
            assertThat(panel.text("#chart-event-problem"))
                    .contains(language == Language.ENGLISH ? "before it begins" : "avant de commencer");
            panel.run(() ->
                    panel.find("#chart-event-end", TextField.class).setText(MomentText.write(end, TestDesk.ZONE)));
            panel.click("#chart-event-add");

            panel.await("the setting", () -> !marks().isEmpty());
            assertThat(marks()).containsExactly(Stretch.leftOut(Stretch.Kind.CRISIS, "crash", from, end));
            panel.await("the row", () -> rows(panel).getChildren().size() == 1);
            panel.await("the band", () -> tinted(panel) > before);

            Button remove = (Button) rows(panel).lookup(".button");
            panel.clickNode(remove);
            panel.await("nothing is marked", () -> marks().isEmpty());
            panel.await("no band", () -> tinted(panel) == before);
        }
    }

    private List<Stretch> marks() {
        return StretchText.read(engine.settings().getOrDefault(SETTING, ""));
    }

    private static VBox rows(PanelTester panel) {
        return panel.find("#chart-events", VBox.class);
    }

    private static PriceChart chart(PanelTester panel) {
        return panel.find("#chart", PriceChart.class);
    }

    /** How many pixels of the head of the plot are not its ground: the strips of bands stand there. */
    private static int tinted(PanelTester panel) {
        int[] other = new int[1];
        panel.run(() -> {
            PixelReader pixels = chart(panel).snapshot(null, null).getPixelReader();
            int ground = pixels.getArgb(HEAD_ROW, HEAD_ROW);
            other[0] = 0;
            for (int x = HEAD_ROW; x < chart(panel).getWidth() - 80; x++) {
                other[0] += pixels.getArgb(x, HEAD_ROW) == ground ? 0 : 1;
            }
        });
        return other[0];
    }
}
