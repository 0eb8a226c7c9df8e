package io.sextant.ui.shell;

import io.sextant.ui.i18n.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;

/**
 * Five things to know, each beside the control that it is about. Enter or the right arrow goes on, the left arrow back, Escape ends
 * it; the window behind can be seen and goes on.
 */
final class Tour {

    /** What a step points at: something in the bars, or a panel, which comes to the front for it. */
    sealed interface Spot {

        /** By its selector in the window. */
        record Bar(String selector) implements Spot {}

        record OfPanel(String panelId) implements Spot {}
    }

    /** {@code name} is the key of its sentences; {@code keys} says what they are about, empty for none. */
    record Step(String name, Spot spot, String keys) {}

    static final List<Step> STEPS = List.of(
            new Step("mode", new Spot.Bar(".mode-badge"), ""),
            new Step("palette", new Spot.Bar("#topbar-palette"), ShellActions.PALETTE_KEYS),
            new Step("panels", new Spot.OfPanel(PanelIds.CHART), "F6"),
            new Step("ticket", new Spot.OfPanel(PanelIds.TICKET), ""),
            new Step("kill", new Spot.Bar("#kill-engage"), KillSwitch.ENGAGE_KEYS));

    private static final double CARD_WIDTH = 340;
    private static final double MARGIN = 12;
    private static final double ROUND = 5;

    private final Texts texts;
    private final PanelRegistry panels;
    private final Docking docking;
    private final Pane layer = new Pane() {
        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            if (isOpen()) {
                place();
            }
        }
    };
    private final Path veil = new Path();
    private final Rectangle ring = new Rectangle();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Label count = new Label();
    private final Button back = new Button();
    private final Button next = new Button();
    private final VBox card;
    private int at;
    private Runnable afterwards = () -> {};

    Tour(Texts texts, PanelRegistry panels, Docking docking) {
        this.texts = texts;
        this.panels = panels;
        this.docking = docking;
        Button skip = new Button();
        skip.setId("tour-skip");
        skip.textProperty().bind(texts.bind("welcome.tour.skip"));
        skip.setOnAction(done -> end());
        back.setId("tour-back");
        back.textProperty().bind(texts.bind("welcome.tour.back"));
        back.setOnAction(done -> go(at - 1));
        next.setId("tour-next");
        next.getStyleClass().add("accent");
        next.setOnAction(done -> go(at + 1));
        count.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(count, gap, skip, back, next);
        buttons.getStyleClass().add("card-buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.getChildren().stream()
                .filter(Button.class::isInstance)
                .forEach(button -> ((Button) button).setMinWidth(Region.USE_PREF_SIZE));
        title.getStyleClass().add("card-title");
        title.setId("tour-title");
        text.setId("tour-text");
        text.setWrapText(true);
        card = new VBox(title, text, buttons);
        card.setId("tour-card");
        card.getStyleClass().addAll("card", "dialog-card");
        card.setPrefWidth(CARD_WIDTH);
        ring.getStyleClass().add("tour-ring");
        ring.setArcWidth(2 * ROUND);
        ring.setArcHeight(2 * ROUND);
        veil.getStyleClass().add("tour-veil");
        veil.setFillRule(FillRule.EVEN_ODD);
        veil.setStroke(null);
        // Placed by hand: what moves in a layout must not ask for the next one.
        List.of(veil, ring, card).forEach(node -> node.setManaged(false));
        layer.getChildren().setAll(veil, ring, card);
        layer.setVisible(false);
        layer.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        texts.languageProperty().addListener(changed -> tell());
    }

    Node view() {
        return layer;
    }

    boolean isOpen() {
        return layer.isVisible();
    }

    /** From its beginning; {@code whenEnded} runs after the last step or when it is left. */
    void begin(Runnable whenEnded) {
        afterwards = whenEnded;
        layer.setVisible(true);
        layer.toFront();
        go(0);
    }

    void end() {
        if (!isOpen()) {
            return;
        }
        layer.setVisible(false);
        panels.findPanel(PanelIds.CHART)
                .filter(chart -> docking.isInSight(chart.id()))
                .ifPresent(Panel::focusFirst);
        Runnable then = afterwards;
        afterwards = () -> {};
        then.run();
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            end();
        } else if (key.getCode() == KeyCode.RIGHT) {
            key.consume();
            go(at + 1);
        } else if (key.getCode() == KeyCode.LEFT) {
            key.consume();
            go(at - 1);
        }
    }

    private void go(int step) {
        if (step >= STEPS.size()) {
            end();
            return;
        }
        at = Math.max(0, step);
        if (STEPS.get(at).spot() instanceof Spot.OfPanel(String id) && !docking.isInSight(id)) {
            panels.findPanel(id).ifPresent(docking::show);
        }
        tell();
        layer.requestLayout();
        // A panel that comes to the front takes the keyboard a turn later; the tour takes it back.
        Platform.runLater(() -> {
            if (isOpen()) {
                layer.requestLayout();
                next.requestFocus();
            }
        });
    }

    private void tell() {
        Step step = STEPS.get(at);
        title.setText(texts.get("welcome.tour." + step.name() + ".title"));
        String keys = step.keys().isEmpty() ? "" : KeyCaps.text(KeyCombination.valueOf(step.keys()), texts);
        text.setText(texts.get("welcome.tour." + step.name() + ".text", keys));
        count.setText(texts.get("welcome.tour.count", at + 1, STEPS.size()));
        back.setDisable(at == 0);
        next.setText(texts.get(at == STEPS.size() - 1 ? "welcome.tour.done" : "welcome.tour.next"));
    }

    private void place() {
        Optional<Bounds> hole = target().map(node -> layer.sceneToLocal(node.localToScene(node.getLayoutBounds())))
                .map(this::within);
        veil.getElements().setAll(outline(new BoundingBox(0, 0, layer.getWidth(), layer.getHeight())));
        ring.setVisible(hole.isPresent());
        hole.ifPresent(bounds -> {
            veil.getElements().addAll(outline(bounds));
            ring.setX(bounds.getMinX());
            ring.setY(bounds.getMinY());
            ring.setWidth(bounds.getWidth());
            ring.setHeight(bounds.getHeight());
        });
        double width = Math.min(CARD_WIDTH, layer.getWidth() - 2 * MARGIN);
        double height = card.prefHeight(width);
        Point2D corner =
                corner(hole.orElse(new BoundingBox(layer.getWidth() / 2, layer.getHeight() / 2, 0, 0)), width, height);
        card.resizeRelocate(corner.getX(), corner.getY(), width, height);
    }

    private Bounds within(Bounds of) {
        double left = Math.max(2, of.getMinX() - ROUND);
        double top = Math.max(2, of.getMinY() - ROUND);
        return new BoundingBox(
                left,
                top,
                Math.max(0, Math.min(layer.getWidth() - 2, of.getMaxX() + ROUND) - left),
                Math.max(0, Math.min(layer.getHeight() - 2, of.getMaxY() + ROUND) - top));
    }

    private static List<PathElement> outline(Bounds of) {
        return List.of(
                new MoveTo(of.getMinX(), of.getMinY()),
                new LineTo(of.getMaxX(), of.getMinY()),
                new LineTo(of.getMaxX(), of.getMaxY()),
                new LineTo(of.getMinX(), of.getMaxY()),
                new ClosePath());
    }

    /** Below, above, right or left of what it is about, wherever it fits whole; over it where it fits nowhere. */
    private Point2D corner(Bounds about, double width, double height) {
        double centredX = about.getCenterX() - width / 2;
        double centredY = about.getCenterY() - height / 2;
        return Stream.of(
                        new Point2D(centredX, about.getMaxY() + MARGIN),
                        new Point2D(centredX, about.getMinY() - MARGIN - height),
                        new Point2D(about.getMaxX() + MARGIN, centredY),
                        new Point2D(about.getMinX() - MARGIN - width, centredY),
                        new Point2D(centredX, centredY))
                .map(corner -> inside(corner, width, height))
                .filter(corner -> !new BoundingBox(corner.getX(), corner.getY(), width, height).intersects(about))
                .findFirst()
                .orElseGet(() -> inside(new Point2D(centredX, centredY), width, height));
    }

    private Point2D inside(Point2D corner, double width, double height) {
        return new Point2D(
                Math.clamp(corner.getX(), MARGIN, Math.max(MARGIN, layer.getWidth() - width - MARGIN)),
                Math.clamp(corner.getY(), MARGIN, Math.max(MARGIN, layer.getHeight() - height - MARGIN)));
    }

    /** Empty while it cannot be seen, for example in a window of its own. */
    private Optional<Node> target() {
        return switch (STEPS.get(at).spot()) {
            case Spot.Bar(String selector) ->
                Optional.ofNullable(layer.getScene().lookup(selector));
            case Spot.OfPanel(String id) ->
                panels.findPanel(id)
                        .filter(panel -> docking.isDocked(id))
                        .map(Panel::view)
                        .filter(view -> view.getScene() == layer.getScene());
        };
    }
}
