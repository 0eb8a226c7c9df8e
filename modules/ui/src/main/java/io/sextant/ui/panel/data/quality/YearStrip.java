package io.sextant.ui.panel.data.quality;

import io.sextant.ui.chart.ChartPalette;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** One year of the calendar: a column a week, a row a weekday, Monday on top, the months' names above. */
final class YearStrip extends Canvas {

    private static final double LABEL_WIDTH = 36;
    private static final double MONTHS_HEIGHT = 15;
    private static final double GAP_BELOW = 8;
    private static final double CELL_MIN = 5;
    private static final double CELL_MAX = 13;
    private static final int WEEKS = 54;
    private static final Font FONT = Font.font("Roboto", 10.5);

    private final int year;
    private double cell = CELL_MIN;

    YearStrip(int year) {
        this.year = year;
    }

    int year() {
        return year;
    }

    void fitInto(double width) {
        cell = Math.floor(Math.clamp((width - LABEL_WIDTH - 2) / WEEKS, CELL_MIN, CELL_MAX));
        setWidth(LABEL_WIDTH + WEEKS * cell + 2);
        setHeight(MONTHS_HEIGHT + 7 * cell + GAP_BELOW);
    }

    /** The day at a place of this strip. */
    Optional<LocalDate> dayAt(double x, double y) {
        int week = (int) Math.floor((x - LABEL_WIDTH) / cell);
        int weekday = (int) Math.floor((y - MONTHS_HEIGHT) / cell);
        if (week < 0 || week >= WEEKS || weekday < 0 || weekday > 6) {
            return Optional.empty();
        }
        LocalDate date = LocalDate.of(year, 1, 1).plusDays(week * 7L + weekday - offset());
        return date.getYear() == year ? Optional.of(date) : Optional.empty();
    }

    double centreX(LocalDate date) {
        return x(date) + cell / 2;
    }

    double centreY(LocalDate date) {
        return y(date) + cell / 2;
    }

    void draw(CoverageDays days, Optional<LocalDate> cursor, ChartPalette palette, Locale locale) {
        GraphicsContext gc = getGraphicsContext2D();
        gc.clearRect(0, 0, getWidth(), getHeight());
        gc.setFont(FONT);
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setFill(palette.text());
        gc.fillText(String.valueOf(year), 2, MONTHS_HEIGHT + 3.5 * cell);
        LocalDate date = LocalDate.of(year, 1, 1);
        while (date.getYear() == year) {
            if (date.getDayOfMonth() == 1) {
                gc.setFill(palette.mutedText());
                gc.fillText(
                        date.getMonth().getDisplayName(monthStyle(), locale), x(date.plusDays(6)), MONTHS_HEIGHT / 2);
            }
            drawDay(gc, days, date, palette);
            date = date.plusDays(1);
        }
        cursor.filter(day -> day.getYear() == year).ifPresent(day -> {
            gc.setStroke(palette.text());
            gc.setLineWidth(1.5);
            gc.strokeRect(x(day) - 0.25, y(day) - 0.25, cell - 0.5, cell - 0.5);
        });
    }

    private void drawDay(GraphicsContext gc, CoverageDays days, LocalDate date, ChartPalette palette) {
        days.find(date).ifPresent(day -> {
            CoverageLevel level = CoverageLevel.of(day);
            gc.setFill(level.colour(palette));
            gc.fillRect(x(date), y(date), cell - 1, cell - 1);
            if (level == CoverageLevel.NONE) {
                // A stroke across, for whoever does not see the hue.
                gc.setStroke(palette.background());
                gc.setLineWidth(1);
                gc.strokeLine(x(date), y(date) + cell - 1, x(date) + cell - 1, y(date));
            }
        });
    }

    private TextStyle monthStyle() {
        return cell < 8 ? TextStyle.NARROW_STANDALONE : TextStyle.SHORT_STANDALONE;
    }

    private double x(LocalDate date) {
        return LABEL_WIDTH + Math.floorDiv(date.getDayOfYear() - 1 + offset(), 7) * cell;
    }

    private double y(LocalDate date) {
        return MONTHS_HEIGHT + (date.getDayOfWeek().getValue() - 1) * cell;
    }

    /** How many weekdays of the first week belong to the year before. */
    private int offset() {
        return LocalDate.of(year, 1, 1).getDayOfWeek().getValue() - 1;
    }
}
