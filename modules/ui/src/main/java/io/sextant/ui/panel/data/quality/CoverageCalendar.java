package io.sextant.ui.panel.data.quality;

import io.sextant.domain.dataset.CoverageDay;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

/**
 * How much of every day is there, a strip a year. Arrows go by day and week, Page Up and Page Down by year, Home and End to the
 * first and last day; Enter or a double click chooses the day.
 */
final class CoverageCalendar extends VBox {

    private final Texts texts;
    private final QualityWords words;
    private final ObservableValue<ChartPalette> palette;
    private final List<YearStrip> strips = new ArrayList<>();
    private final ObjectProperty<Optional<LocalDate>> cursor = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableValue<Optional<CoverageDay>> day = cursor.map(this::find);
    private final Tooltip tooltip = new Tooltip();
    private CoverageDays days = CoverageDays.NONE;
    private Consumer<CoverageDay> onChosen = day -> {};
    private double fitted = -1;

    CoverageCalendar(Texts texts, QualityWords words, ObservableValue<ChartPalette> palette) {
        this.texts = texts;
        this.words = words;
        this.palette = palette;
        setId("quality-calendar");
        getStyleClass().add("coverage-calendar");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        palette.addListener(change -> draw());
        texts.figuresProperty().addListener(change -> draw());
        focusedProperty().addListener(change -> onFocus());
        cursor.addListener(change -> draw());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setOnMouseMoved(this::hover);
        setOnMousePressed(this::press);
        Tooltip.install(this, tooltip);
    }

    /** The day that the keyboard or a click is on. */
    ObservableValue<Optional<CoverageDay>> day() {
        return day;
    }

    private Optional<CoverageDay> find(Optional<LocalDate> date) {
        return date.flatMap(days::find);
    }

    /** The words for the day under the mouse. */
    String hint() {
        return tooltip.getText();
    }

    void setOnChosen(Consumer<CoverageDay> action) {
        onChosen = action;
    }

    void show(CoverageDays newer) {
        days = newer;
        cursor.set(Optional.empty());
        strips.clear();
        if (!days.isEmpty()) {
            for (int year = days.last().getYear(); year >= days.first().getYear(); year--) {
                strips.add(new YearStrip(year));
            }
        }
        getChildren().setAll(strips);
        fitted = -1;
        requestLayout();
    }

    /** The middle of a day, in this calendar's own coordinates. */
    Point2D placeOf(LocalDate date) {
        YearStrip strip = strip(date);
        Bounds bounds = strip.getBoundsInParent();
        return new Point2D(bounds.getMinX() + strip.centreX(date), bounds.getMinY() + strip.centreY(date));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** The strips take their size from the width, so that is settled before anybody asks for the height. */
    private void fit(double outerWidth) {
        double width = outerWidth - snappedLeftInset() - snappedRightInset();
        if (width != fitted) {
            fitted = width;
            strips.forEach(strip -> strip.fitInto(width));
            draw();
        }
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (width > 0) {
            fit(width);
        }
        return super.computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        fit(getWidth());
        super.layoutChildren();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    private YearStrip strip(LocalDate date) {
        return strips.stream()
                .filter(strip -> strip.year() == date.getYear())
                .findFirst()
                .orElseThrow();
    }

    private void onFocus() {
        if (isFocused() && cursor.get().isEmpty() && !days.isEmpty()) {
            cursor.set(Optional.of(days.last()));
        }
        draw();
    }

    private void draw() {
        Optional<LocalDate> marked = cursor.get();
        strips.forEach(strip ->
                strip.draw(days, marked, palette.getValue(), texts.language().locale()));
        setAccessibleText(marked.flatMap(days::find).map(words::day).orElseGet(() -> texts.get("quality.calendar")));
    }

    private void key(KeyEvent pressed) {
        if (days.isEmpty() || pressed.isShortcutDown() || pressed.isAltDown()) {
            return;
        }
        LocalDate at = cursor.get().orElseGet(days::last);
        switch (pressed.getCode()) {
            case UP -> moveTo(at.minusDays(1));
            case DOWN -> moveTo(at.plusDays(1));
            case LEFT -> moveTo(at.minusWeeks(1));
            case RIGHT -> moveTo(at.plusWeeks(1));
            case PAGE_UP -> moveTo(at.plusYears(1));
            case PAGE_DOWN -> moveTo(at.minusYears(1));
            case HOME -> moveTo(days.first());
            case END -> moveTo(days.last());
            case ENTER -> days.find(at).ifPresent(onChosen);
            default -> {
                return;
            }
        }
        pressed.consume();
    }

    private void moveTo(LocalDate date) {
        cursor.set(Optional.of(days.nearest(date)));
    }

    private Optional<LocalDate> dayAt(MouseEvent event) {
        return strips.stream()
                .filter(strip -> strip.getBoundsInParent().contains(event.getX(), event.getY()))
                .findFirst()
                .flatMap(strip -> strip.dayAt(event.getX() - strip.getLayoutX(), event.getY() - strip.getLayoutY()));
    }

    private void hover(MouseEvent moved) {
        String text = dayAt(moved).flatMap(days::find).map(words::day).orElse("");
        tooltip.setText(text.isEmpty() ? texts.get("quality.calendar") : text);
    }

    private void press(MouseEvent pressed) {
        requestFocus();
        Optional<LocalDate> date = dayAt(pressed).filter(day -> days.find(day).isPresent());
        if (date.isPresent()) {
            cursor.set(date);
            if (pressed.getClickCount() == 2) {
                days.find(date.get()).ifPresent(onChosen);
            }
        }
    }
}
