package io.sextant.ui.panel.riskgate;

import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.request.GateStatus;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.GateWords;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.Tone;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The state above, the twenty lights at the left, breakers, limits, kill switches and refusals at the right. */
final class RiskGateView extends VBox {

    private static final double ROW_HEIGHT = 26;
    private static final double NEAR = 0.8;

    private final RiskGateModel model;
    private final Texts texts;
    private final GateWords words;
    private final TableView<LiveRow<GateStatus.Light>> lights = new TableView<>();
    private final TableView<LiveRow<GateStatus.BreakerLight>> breakers = new TableView<>();
    private final ListView<OrderRefused> refusals = new ListView<>();
    private final StateBar state;
    private final LimitsPane limits;
    private final StopsPane stops;
    private final BooksPane books;

    RiskGateView(RiskGateModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new GateWords(texts);
        state = new StateBar(model, texts, words);
        limits = new LimitsPane(model, texts);
        stops = new StopsPane(model, texts);
        books = new BooksPane(model.books(), texts);
        getStyleClass().addAll("panel", "gate-panel");
        fillLights();
        fillBreakers();
        fillRefusals();
        TabPane tabs = new TabPane(
                tab("breakers", breakers),
                tab("limits", limits),
                tab("kills", stops),
                tab("refusals", refusals),
                tab("books", books));
        tabs.setId("gate-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        SplitPane body = new SplitPane(lights, tabs);
        body.setDividerPositions(0.5);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(state, body);
        texts.figuresProperty().addListener(change -> {
            lights.refresh();
            breakers.refresh();
            refusals.refresh();
        });
    }

    StateBar state() {
        return state;
    }

    LimitsPane limits() {
        return limits;
    }

    StopsPane stops() {
        return stops;
    }

    BooksPane books() {
        return books;
    }

    TableView<LiveRow<GateStatus.Light>> lights() {
        return lights;
    }

    private Tab tab(String name, Node content) {
        Tab tab = new Tab();
        tab.setId("gate-tab-" + name);
        tab.textProperty().bind(texts.bind("gate." + name));
        tab.setContent(content);
        return tab;
    }

    private void fillLights() {
        Columns<GateStatus.Light> columns = new Columns<>(texts);
        lights.setId("gate-lights");
        lights.getStyleClass().add("dense");
        lights.setFixedCellSize(ROW_HEIGHT);
        lights.accessibleTextProperty().bind(texts.bind("gate.controls"));
        lights.getColumns()
                .setAll(List.of(
                        columns.words("gate.column.control", 230, this::lamp, RiskGateView::tone),
                        columns.words("gate.column.used", 150, light -> words.light(light.used())),
                        columns.words("gate.column.limit", 130, light -> words.light(light.limit())),
                        columns.figures(
                                "gate.column.share",
                                70,
                                light -> texts.figures().percent(100 * light.share(), 0),
                                Comparator.comparingDouble(GateStatus.Light::share),
                                RiskGateView::tone)));
        lights.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        lights.setItems(model.lights());
    }

    /** A sign for each colour, so that the colour is never the only one. */
    private String lamp(GateStatus.Light light) {
        String sign = light.share() >= 1 ? "\u25A0" : light.share() >= NEAR ? "\u25B2" : "\u25CF";
        return sign + "  " + words.control(light.control());
    }

    private static Tone tone(GateStatus.Light light) {
        if (light.share() >= 1) {
            return Tone.DOWN;
        }
        return light.share() >= NEAR ? Tone.WARNING : Tone.UP;
    }

    private void fillBreakers() {
        Columns<GateStatus.BreakerLight> columns = new Columns<>(texts);
        breakers.setId("gate-breakers");
        breakers.getStyleClass().add("dense");
        breakers.setFixedCellSize(ROW_HEIGHT);
        breakers.accessibleTextProperty().bind(texts.bind("gate.breakers"));
        breakers.getColumns()
                .setAll(List.of(
                        columns.words(
                                "gate.column.breaker",
                                140,
                                one -> (one.tripped() ? "\u25A0  " : "\u25CF  ") + words.breaker(one.breaker()),
                                one -> one.tripped() ? Tone.DOWN : Tone.UP),
                        columns.figures(
                                "gate.column.value",
                                100,
                                one -> words.figure(one.breaker(), one.value()),
                                Comparator.comparingLong(GateStatus.BreakerLight::value)),
                        columns.figures(
                                "gate.column.limit",
                                100,
                                one -> words.figure(one.breaker(), one.limit()),
                                Comparator.comparingLong(GateStatus.BreakerLight::limit)),
                        columns.times(
                                "gate.column.since",
                                150,
                                GateStatus.BreakerLight::sinceNanos,
                                nanos -> nanos == 0 ? "" : texts.figures().dateTime(nanos))));
        breakers.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        breakers.setItems(model.breakers());
    }

    private void fillRefusals() {
        refusals.setId("gate-refusals");
        refusals.accessibleTextProperty().bind(texts.bind("gate.refusals"));
        Label none = new Label();
        none.textProperty().bind(texts.bind("gate.refused.none"));
        refusals.setPlaceholder(none);
        refusals.setItems(model.refusals());
        refusals.setCellFactory(list -> new ListCell<>() {
            @Override
            protected void updateItem(OrderRefused refused, boolean empty) {
                super.updateItem(refused, empty);
                setWrapText(true);
                setPrefWidth(0);
                setText(empty || refused == null ? "" : sentence(refused));
            }
        });
    }

    private String sentence(OrderRefused refused) {
        return texts.figures().dateTime(refused.timeNanos()) + "  "
                + texts.word(refused.draft().side()) + " "
                + texts.figures().quantity(refused.draft().quantity()) + " "
                + refused.draft().instrument() + "  "
                + refused.refusal().code().number() + " "
                + texts.refusal(refused.refusal());
    }
}
