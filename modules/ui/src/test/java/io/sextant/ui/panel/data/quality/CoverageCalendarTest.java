package io.sextant.ui.panel.data.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.dataset.CoverageDay;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.data.SampleData;
import io.sextant.ui.testing.DoubleClick;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CoverageCalendarTest {

    private final List<CoverageDay> chosen = new ArrayList<>();
    private CoverageCalendar calendar;

    @Start
    void show(Stage stage) {
        // A reader far from Greenwich: a day of the calendar is a day in UTC all the same.
        Texts texts = new Texts(Language.ENGLISH, ZoneId.of("America/Los_Angeles"));
        calendar = new CoverageCalendar(texts, new QualityWords(texts), new SimpleObjectProperty<>(ChartPalette.LIGHT));
        calendar.setOnChosen(chosen::add);
        calendar.show(new CoverageDays(SampleData.report(SampleData.BTC).coverage()));
        stage.setScene(new Scene(new StackPane(calendar), 700, 300));
        stage.sizeToScene();
        stage.show();
    }

    @Test
    void aDoubleClickChoosesTheDayUnderTheMouse(FxRobot robot) {
        DoubleClick.at(robot, place(LocalDate.of(2016, 3, 3)));
        assertThat(chosen).containsExactly(new CoverageDay(SampleData.nanos("2016-03-03"), 720, 1_440));
    }

    @Test
    void theMouseIsToldTheDayAndItsShare(FxRobot robot) {
        robot.moveTo(place(LocalDate.of(2016, 3, 3)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(calendar.hint()).isEqualTo("3 Mar 2016: 720 of 1,440 bars, 50.0%");
        robot.moveTo(place(LocalDate.of(2016, 3, 6)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(calendar.hint()).isEqualTo("6 Mar 2016: no trading expected");
    }

    @Test
    void everyDayHasTheColourOfItsLevel() {
        WritableImage picture = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> calendar.snapshot(null, null));
        assertColour(picture, LocalDate.of(2016, 3, 1), CoverageLevel.ALL);
        assertColour(picture, LocalDate.of(2016, 3, 3), CoverageLevel.PART);
        assertColour(picture, LocalDate.of(2016, 3, 6), CoverageLevel.CLOSED);
        assertColour(picture, LocalDate.of(2017, 12, 30), CoverageLevel.ALL);
    }

    /** Up to the rounding of a mixed colour to eight bits. */
    private void assertColour(WritableImage picture, LocalDate date, CoverageLevel level) {
        Point2D place = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> calendar.placeOf(date));
        Color painted = picture.getPixelReader().getColor((int) place.getX(), (int) place.getY());
        Color wanted = level.colour(ChartPalette.LIGHT);
        assertThat(painted.getRed()).as("red of %s", date).isCloseTo(wanted.getRed(), within(0.006));
        assertThat(painted.getGreen()).as("green of %s", date).isCloseTo(wanted.getGreen(), within(0.006));
        assertThat(painted.getBlue()).as("blue of %s", date).isCloseTo(wanted.getBlue(), within(0.006));
    }

    private Point2D place(LocalDate date) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> calendar.localToScreen(calendar.placeOf(date)));
    }
}
