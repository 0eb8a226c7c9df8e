package io.sextant.ui.panel.heatmap;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.money.Price;
import io.sextant.ui.chart.heat.HeatMap;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.EmptyState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The picture; above it the stretch of a slice, the strength of the colours, and what is under the pointer. */
final class HeatView extends VBox {

    private final HeatModel model;
    private final Texts texts;
    private final HeatMap map = new HeatMap();
    private final Label readout = new Label();
    private final EmptyState empty;
    private final Button weaker = new Button();
    private final Button stronger = new Button();

    HeatView(HeatModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("panel", "heat-panel");
        empty = new EmptyState(MaterialDesignB.BLUR, texts.bind("heatmap.empty"));
        empty.setMouseTransparent(true);
        map.setId("heat-map");
        map.setFocusTraversable(true);
        map.accessibleTextProperty().bind(texts.bind("heatmap.title"));
        StackPane body = new StackPane(map, empty);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(bar(), body);
        map.setOnMouseMoved(moved -> tell(moved.getX(), moved.getY()));
        map.setOnMouseExited(left -> readout.setText(""));
        model.history().addListener(change -> beginAnew());
        texts.figuresProperty().addListener(change -> word());
        beginAnew();
        word();
    }

    HeatMap map() {
        return map;
    }

    Button weaker() {
        return weaker;
    }

    Button stronger() {
        return stronger;
    }

    /** Draws what the model holds now. */
    void render() {
        empty.setVisible(model.history().get().isEmpty());
        map.draw();
    }

    private void beginAnew() {
        double tick = model.instrument()
                .map(Instrument::rules)
                .map(TradingRules::tick)
                .map(Price::toDouble)
                .orElse(1.0);
        map.show(model.history().get(), tick);
        readout.setText("");
        render();
    }

    private void word() {
        map.setWords(new HeatMap.Words(this::price, texts.figures()::time));
    }

    private String price(double price) {
        return model.instrument()
                .map(instrument -> texts.figures().price(price, instrument))
                .orElse("");
    }

    private void tell(double x, double y) {
        readout.setText(map.placeAt(x, y)
                .map(place -> texts.get(
                        place.quantity() > 0 ? "heatmap.place" : "heatmap.place.nothing",
                        texts.figures().time(place.timeNanos()),
                        price(place.price()),
                        texts.figures().compact(place.quantity())))
                .orElse(""));
    }

    private HBox bar() {
        readout.setId("heat-readout");
        readout.getStyleClass().add("muted");
        readout.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        dress(weaker, "heat-weaker", MaterialDesignM.MINUS, "heatmap.weaker");
        dress(stronger, "heat-stronger", MaterialDesignB.BRIGHTNESS_6, "heatmap.stronger");
        HBox bar = new HBox(stretches(), readout, gap, weaker, stronger);
        bar.getStyleClass().add("panel-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private HBox stretches() {
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> buttons = new ArrayList<>();
        for (Duration stretch : HeatModel.STRETCHES) {
            ToggleButton button = new ToggleButton();
            button.setId("heat-stretch-" + stretch.toMillis());
            button.textProperty().bind(texts.bind("heatmap.stretch." + stretch.toMillis()));
            button.setToggleGroup(group);
            button.setSelected(stretch.equals(model.stretch().get()));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(chosen -> {
                button.setSelected(true);
                model.stretch().set(stretch);
            });
            buttons.add(button);
        }
        buttons.getFirst().getStyleClass().add("left-pill");
        buttons.subList(1, buttons.size() - 1)
                .forEach(button -> button.getStyleClass().add("center-pill"));
        buttons.getLast().getStyleClass().add("right-pill");
        HBox all = new HBox();
        all.getChildren().setAll(buttons);
        all.getStyleClass().add("segments");
        all.setMinWidth(Region.USE_PREF_SIZE);
        return all;
    }

    private void dress(Button button, String id, Ikon icon, String key) {
        button.setId(id);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "compact");
        button.accessibleTextProperty().bind(texts.bind(key));
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind(key));
        button.setTooltip(hint);
    }
}
