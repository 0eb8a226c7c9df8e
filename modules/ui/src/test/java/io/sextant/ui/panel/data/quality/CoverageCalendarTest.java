package io.sextant.ui.panel.data.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.dataset.CoverageDay;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.data.SampleData;
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
        stage.show();
    }

    @Test
    void aDoubleClickChoosesTheDayUnderTheMouse(FxRobot robot) {
        robot.doubleClickOn(place(LocalDate.of(2016, 3, 3)));
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
        assertThat(colourAt(picture, LocalDate.of(2016, 3, 1))).isEqualTo(colour(CoverageLevel.ALL));
        assertThat(colourAt(picture, LocalDate.of(2016, 3, 3))).isEqualTo(colour(CoverageLevel.PART));
        assertThat(colourAt(picture, LocalDate.of(2016, 3, 6))).isEqualTo(colour(CoverageLevel.CLOSED));
        assertThat(colourAt(picture, LocalDate.of(2017, 12, 30))).isEqualTo(colour(CoverageLevel.ALL));
    }

    private static int colour(CoverageLevel level) {
        return argb(level.colour(ChartPalette.LIGHT));
    }

    private int colourAt(WritableImage picture, LocalDate date) {
        Point2D place = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> calendar.placeOf(date));
        return argb(picture.getPixelReader().getColor((int) place.getX(), (int) place.getY()));
    }

    private static int argb(Color colour) {
        return (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }

    private Point2D place(LocalDate date) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> calendar.localToScreen(calendar.placeOf(date)));
    }
}
