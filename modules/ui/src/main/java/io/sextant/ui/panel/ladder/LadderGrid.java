package io.sextant.ui.panel.ladder;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.theme.FocusEdge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** The rows, as many as fit; mouse and wheel. */
final class LadderGrid extends Region {

    static final double ROW_HEIGHT = 22;
    private static final double WHEEL_PIXELS_PER_ROW = 20;

    private final LadderModel model;
    private final Texts texts;
    private final List<LadderRowNode> rows = new ArrayList<>();
    private BiConsumer<LadderRow, Optional<Side>> onPick = (row, side) -> {};
    private double wheelRest;

    LadderGrid(LadderModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("ladder-grid");
        getStyleClass().add("ladder-grid");
        setFocusTraversable(true);
        setMinHeight(ROW_HEIGHT * 5);
        setPrefHeight(ROW_HEIGHT * 24);
        setAccessibleRole(AccessibleRole.TEXT);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().add(new FocusEdge(this));
        model.frame().addListener(change -> draw());
        texts.figuresProperty().addListener(change -> draw());
        addEventHandler(MouseEvent.MOUSE_PRESSED, pressed -> requestFocus());
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
    }

    /** What happens when a price is picked with the mouse. */
    void onPick(BiConsumer<LadderRow, Optional<Side>> action) {
        onPick = action;
    }

    @Override
    protected void layoutChildren() {
        int fitting = Math.max(1, (int) (getHeight() / ROW_HEIGHT));
        while (rows.size() < fitting) {
            LadderRowNode row = new LadderRowNode();
            rows.add(row);
            getChildren().add(row);
        }
        while (rows.size() > fitting) {
            getChildren().remove(rows.removeLast());
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).resizeRelocate(0, i * ROW_HEIGHT, getWidth(), ROW_HEIGHT);
        }
        model.rowCount(fitting);
        draw();
    }

    private void draw() {
        LadderFrame frame = model.frame().get();
        Optional<Instrument> instrument = model.instrument();
        for (int i = 0; i < rows.size(); i++) {
            LadderRowNode node = rows.get(i);
            boolean filled = i < frame.rows().size() && instrument.isPresent();
            node.setVisible(filled);
            if (filled) {
                LadderRow row = frame.rows().get(i);
                node.show(row, frame, instrument.get(), texts.figures(), model.isCursor(row));
            }
        }
        setAccessibleText(instrument
                .flatMap(shown -> model.cursorRow().map(row -> spoken(row, shown)))
                .orElseGet(() -> texts.get("ladder.grid")));
    }

    private String spoken(LadderRow row, Instrument instrument) {
        return texts.get(
                "ladder.row.spoken",
                texts.figures().price(instrument.priceOf(row.priceTicks()), instrument),
                texts.figures().quantity(instrument.quantityOf(row.bidLots())),
                texts.figures().quantity(instrument.quantityOf(row.askLots())),
                texts.figures().quantity(instrument.quantityOf(row.ownBuyLots())),
                texts.figures().quantity(instrument.quantityOf(row.ownSellLots())));
    }

    private void click(MouseEvent clicked) {
        int index = (int) (clicked.getY() / ROW_HEIGHT);
        List<LadderRow> shown = model.frame().get().rows();
        if (clicked.getButton() == MouseButton.PRIMARY && index >= 0 && index < shown.size()) {
            LadderRow row = shown.get(index);
            model.cursorTo(row.priceTicks());
            onPick.accept(row, LadderColumn.at(clicked.getX(), getWidth()).side());
        }
    }

    private void wheel(ScrollEvent scrolled) {
        wheelRest += scrolled.getDeltaY();
        long whole = (long) (wheelRest / WHEEL_PIXELS_PER_ROW);
        if (whole != 0) {
            wheelRest -= whole * WHEEL_PIXELS_PER_ROW;
            model.scroll(whole);
        }
        scrolled.consume();
    }
}
