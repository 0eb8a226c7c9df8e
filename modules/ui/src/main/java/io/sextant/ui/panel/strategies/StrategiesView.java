package io.sextant.ui.panel.strategies;

import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.EmptyState;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The strategies beside all about the chosen one, or beside the form by which one is agreed with. */
final class StrategiesView extends VBox {

    private static final double LIST_SHARE = 0.5;

    private final StrategiesModel model;
    private final Texts texts;
    private final HostPane form;
    private final StrategiesTable list;

    /** What a person can ask for. */
    record Wishes(
            Runnable host,
            Runnable start,
            Runnable pause,
            Runnable stop,
            Runnable close,
            Runnable change,
            Runnable remove,
            Runnable agree,
            Runnable leave,
            Runnable kindChosen,
            Runnable confirm,
            Runnable decline) {}

    StrategiesView(StrategiesModel model, Texts texts, HostingWords words, Wishes wishes) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("panel", "strategies-panel");
        form = new HostPane(model.form, texts, wishes.agree(), wishes.leave(), wishes.kindChosen());
        form.visibleProperty().bind(model.agreeing);
        list = new StrategiesTable(model, texts, words);
        TabPane tabs = new TabPane(
                tab("now", new NowPane(model, texts, words)),
                tab("performance", new PerformancePane(model, texts, words)),
                tab("parity", new ParityPane(model, texts, words)),
                tab("limits", new LimitsPane(model, texts, words, wishes.change(), wishes.remove())));
        tabs.setId("strategies-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinSize(0, 0);
        BooleanBinding any = Bindings.isNotEmpty(model.rows());
        tabs.visibleProperty().bind(model.agreeing.not().and(any));
        EmptyState nothing = new EmptyState(MaterialDesignR.ROBOT_OUTLINE, texts.bind("strategies.nothing"));
        nothing.setId("strategies-nothing");
        nothing.visibleProperty().bind(model.agreeing.not().and(any.not()));
        StackPane about = new StackPane(tabs, form, nothing);
        about.setMinSize(0, 0);
        SplitPane body = new SplitPane(list, about);
        body.setDividerPositions(LIST_SHARE);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(bar(wishes), question(wishes), body);
    }

    void focusFirst() {
        list.table().requestFocus();
    }

    void focusForm() {
        form.focusFirst();
    }

    private Tab tab(String name, Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("bare");
        Tab tab = new Tab();
        tab.setId("strategies-tab-" + name);
        tab.textProperty().bind(texts.bind("strategies.tab." + name));
        tab.setContent(scroll);
        return tab;
    }

    private FlowPane bar(Wishes wishes) {
        Button host = button("host", wishes.host());
        host.disableProperty().bind(model.agreeing);
        Button start = button("start", wishes.start());
        disableUnless(start, Steering::canStart);
        Button pause = button("pause", wishes.pause());
        pause.textProperty().unbind();
        pause.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                model.chosen.get().filter(Steering::canResume).isPresent()
                                        ? "strategies.resume"
                                        : "strategies.pause"),
                        model.chosen,
                        texts.figuresProperty()));
        disableUnless(pause, one -> Steering.canPause(one) || Steering.canResume(one));
        Button stop = button("stop", wishes.stop());
        disableUnless(stop, Steering::canStop);
        Button close = button("close", wishes.close());
        disableUnless(close, Steering::canClose);
        FlowPane bar = new FlowPane(host, start, pause, stop, close);
        bar.getStyleClass().add("wrap-bar");
        bar.setMinHeight(USE_PREF_SIZE);
        return bar;
    }

    private void disableUnless(Button button, Predicate<HostedStrategy> can) {
        button.disableProperty().bind(model.chosen.map(one -> one.filter(can).isEmpty()));
    }

    private Button button(String name, Runnable pressed) {
        Button button = new Button();
        button.setId("strategies-" + name);
        button.getStyleClass().add("compact");
        button.textProperty().bind(texts.bind("strategies." + name));
        button.setOnAction(event -> pressed.run());
        return button;
    }

    /** Asked where it cannot be overlooked, and gone when it is answered or no longer true. */
    private HBox question(Wishes wishes) {
        Label sentence = new Label();
        sentence.setId("strategies-question");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.textProperty()
                .bind(model.question.map(
                        asked -> asked.map(StrategiesModel.Question::sentence).orElse("")));
        Button yes = button("confirm", wishes.confirm());
        yes.getStyleClass().add("danger");
        yes.setMinWidth(USE_PREF_SIZE);
        Button no = button("decline", wishes.decline());
        no.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(8, sentence, yes, no);
        line.getStyleClass().add("options-block");
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty().bind(model.question.map(Optional::isPresent));
        line.managedProperty().bind(line.visibleProperty());
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }
}
