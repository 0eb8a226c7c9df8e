package io.sextant.ui.panel.regimes;

import io.sextant.domain.regime.RegimeBoard.Present;
import io.sextant.domain.regime.RegimeState;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** The transitions as a graph: states on an ellipse, larger the more of the time they take, and an arrow as thick as a move is likely. */
final class MovesGraph extends Region {

    private static final Font FONT = Font.font("Roboto", 11);
    private static final Font BOLD = Font.font("Roboto", FontWeight.BOLD, 12);
    private static final double RADIUS_MIN = 12;
    private static final double RADIUS_MORE = 16;
    /** A less likely move is not drawn; the matrix beside the graph has it. */
    private static final double DRAWN_MIN = 0.002;

    /** For a circle and the two lines beside it. */
    private static final double NODE_ROOM = 62;

    private static final double SIDE_ROOM = 80;

    private final Canvas canvas = new Canvas();
    private final RegimesModel model;
    private final Texts texts;
    private final RegimeWords words;
    private final ObservableValue<ChartPalette> palette;

    MovesGraph(RegimesModel model, Texts texts, ObservableValue<ChartPalette> palette) {
        this.model = model;
        this.texts = texts;
        this.palette = palette;
        words = new RegimeWords(texts);
        setId("regimes-graph");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(240, 120);
        setPrefSize(420, 240);
        canvas.setManaged(false);
        getChildren().add(canvas);
        model.board.addListener(change -> requestLayout());
        palette.addListener(change -> requestLayout());
        texts.figuresProperty().addListener(change -> requestLayout());
    }

    private record Node(double x, double y, double radius) {}

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, getWidth(), getHeight());
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(TextAlignment.CENTER);
        setAccessibleText(texts.get("regimes.graph.spoken"));
        model.present().ifPresent(present -> draw(gc, present));
    }

    private void draw(GraphicsContext gc, Present present) {
        List<RegimeState> states = present.states();
        Node[] nodes = new Node[states.size()];
        double across = Math.max(10, getWidth() / 2 - SIDE_ROOM);
        double down = Math.max(10, getHeight() / 2 - NODE_ROOM);
        for (int i = 0; i < nodes.length; i++) {
            double angle = -Math.PI / 2 + 2 * Math.PI * i / nodes.length;
            double radius = RADIUS_MIN + RADIUS_MORE * Math.sqrt(states.get(i).share());
            nodes[i] = nodes.length == 1
                    ? new Node(getWidth() / 2, getHeight() / 2, radius)
                    : new Node(
                            getWidth() / 2 + across * Math.cos(angle),
                            getHeight() / 2 + down * Math.sin(angle),
                            radius);
        }
        for (int i = 0; i < nodes.length; i++) {
            for (int j = 0; j < nodes.length; j++) {
                double chance = present.transition()[i][j];
                if (i != j && chance >= DRAWN_MIN) {
                    drawMove(gc, nodes[i], nodes[j], chance, colour(states.get(i)));
                }
            }
        }
        for (int i = 0; i < nodes.length; i++) {
            drawState(gc, nodes[i], states.get(i), present.transition()[i][i], i == present.told());
        }
    }

    private Color colour(RegimeState state) {
        return RegimeWords.colour(state, palette.getValue());
    }

    /** Bent to its own side, so that the way back is another line. */
    private void drawMove(GraphicsContext gc, Node from, Node to, double chance, Color colour) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = Math.hypot(dx, dy);
        double bend = 0.14 * length;
        double middleX = 0.5 * (from.x() + to.x()) - dy / length * bend;
        double middleY = 0.5 * (from.y() + to.y()) + dx / length * bend;
        double startX =
                from.x() + (middleX - from.x()) / Math.hypot(middleX - from.x(), middleY - from.y()) * from.radius();
        double startY =
                from.y() + (middleY - from.y()) / Math.hypot(middleX - from.x(), middleY - from.y()) * from.radius();
        double back = Math.hypot(middleX - to.x(), middleY - to.y());
        double endX = to.x() + (middleX - to.x()) / back * (to.radius() + 3);
        double endY = to.y() + (middleY - to.y()) / back * (to.radius() + 3);
        gc.setStroke(colour.deriveColor(0, 1, 1, 0.8));
        gc.setLineWidth(1 + 6 * Math.sqrt(chance));
        gc.beginPath();
        gc.moveTo(startX, startY);
        gc.quadraticCurveTo(middleX, middleY, endX, endY);
        gc.stroke();
        double angle = Math.atan2(endY - middleY, endX - middleX);
        double size = 5 + 6 * Math.sqrt(chance);
        gc.setFill(colour);
        gc.fillPolygon(
                new double[] {
                    endX + 2 * Math.cos(angle),
                    endX - size * Math.cos(angle - 0.45),
                    endX - size * Math.cos(angle + 0.45)
                },
                new double[] {
                    endY + 2 * Math.sin(angle),
                    endY - size * Math.sin(angle - 0.45),
                    endY - size * Math.sin(angle + 0.45)
                },
                3);
        // On the bend itself, which lies halfway to the point that bends it.
        double labelX = 0.25 * startX + 0.5 * middleX + 0.25 * endX;
        double labelY = 0.25 * startY + 0.5 * middleY + 0.25 * endY;
        gc.setFont(FONT);
        String label = words.share(chance);
        gc.setFill(palette.getValue().background());
        gc.fillRect(labelX - 3.4 * label.length(), labelY - 7, 6.8 * label.length(), 14);
        gc.setFill(palette.getValue().text());
        gc.fillText(label, labelX, labelY);
    }

    private void drawState(GraphicsContext gc, Node node, RegimeState state, double stays, boolean isNow) {
        double size = 2 * node.radius();
        gc.setFill(colour(state));
        gc.fillOval(node.x() - node.radius(), node.y() - node.radius(), size, size);
        if (isNow) {
            gc.setStroke(palette.getValue().text());
            gc.setLineWidth(2);
            gc.strokeArc(
                    node.x() - node.radius() - 4,
                    node.y() - node.radius() - 4,
                    size + 8,
                    size + 8,
                    0,
                    360,
                    ArcType.OPEN);
        }
        boolean below = node.y() >= getHeight() / 2;
        double first = below ? node.y() + node.radius() + 13 : node.y() - node.radius() - 26;
        gc.setFont(BOLD);
        gc.setFill(palette.getValue().text());
        gc.fillText(words.name(state), node.x(), first);
        gc.setFont(FONT);
        gc.setFill(palette.getValue().mutedText());
        gc.fillText(texts.get("regimes.graph.stays", words.share(stays)), node.x(), first + 13);
    }
}
