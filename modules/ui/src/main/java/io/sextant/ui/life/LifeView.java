package io.sextant.ui.life;

import io.sextant.domain.chronicle.Chapter;
import io.sextant.domain.chronicle.OrderChronicle;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.Segments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/** The head, a line for each chapter, and the sum; or why there is nothing to tell. */
final class LifeView extends VBox {

    private static final double WAITING_SIZE = 28;

    /** Which of the two is shown. */
    enum Tab {
        LIFE,
        PASSPORT
    }

    private final LifeModel model;
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.LIFE);
    private final PassportWords passports;
    private final LifeWords words;
    private final Texts texts;
    private final Label head = new Label();
    private final Label sum = new Label();
    private final Label problem = new Label();
    private final Button retry = new Button();
    private final Button copy = new Button();
    private final Button close = new Button();
    private final ListView<LifeLine> list = new ListView<>();
    private final VBox loading;
    private final EmptyState unknown;
    private final VBox failed;

    LifeView(LifeModel model, LifeWords words, PassportWords passports, Texts texts) {
        this.model = model;
        this.words = words;
        this.passports = passports;
        this.texts = texts;
        setId("life");
        getStyleClass().addAll("panel", "popover-content", "life");
        Label title = new Label();
        title.textProperty().bind(texts.bind("life.title", model.order().toString()));
        title.getStyleClass().add("popover-title");
        head.setId("life-head");
        head.setWrapText(true);
        head.setMinHeight(USE_PREF_SIZE);
        sum.setId("life-sum");
        sum.setWrapText(true);
        sum.setMinHeight(USE_PREF_SIZE);
        sum.getStyleClass().add("block-title");
        list.setId("life-list");
        list.getStyleClass().add("journal-list");
        list.accessibleTextProperty().bind(title.textProperty());
        list.setCellFactory(unused -> new LifeCell());
        loading = loading();
        unknown = new EmptyState(
                MaterialDesignB.BOOK_OPEN_VARIANT,
                texts.bind("life.unknown", model.order().toString()));
        unknown.setId("life-unknown");
        failed = failed();
        StackPane body = new StackPane(list, loading, unknown, failed);
        VBox.setVgrow(body, Priority.ALWAYS);
        Segments<Tab> tabs =
                new Segments<>("life-tab", List.of(Tab.values()), tab, one -> texts.bind("life.tab." + one.name()));
        tab.addListener(change -> show());
        getChildren().addAll(title, head, tabs, body, sum, buttons());
        model.stage().addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    ListView<LifeLine> list() {
        return list;
    }

    Button retry() {
        return retry;
    }

    Button copy() {
        return copy;
    }

    Button close() {
        return close;
    }

    /** All of it as plain text. */
    String told() {
        return head.getText()
                + list.getItems().stream().map(LifeLine::text).collect(Collectors.joining("\n", "\n\n", "\n\n"))
                + sum.getText()
                + "\n";
    }

    private VBox loading() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(WAITING_SIZE, WAITING_SIZE);
        Label sentence = new Label();
        sentence.textProperty().bind(texts.bind("life.loading"));
        VBox made = new VBox(turning, sentence);
        made.setId("life-loading");
        made.getStyleClass().add("empty-state");
        return made;
    }

    private VBox failed() {
        problem.setId("life-problem");
        problem.setWrapText(true);
        retry.setId("life-retry");
        retry.textProperty().bind(texts.bind("life.retry"));
        VBox made = new VBox(problem, retry);
        made.getStyleClass().add("empty-state");
        return made;
    }

    private HBox buttons() {
        copy.setId("life-copy");
        copy.textProperty().bind(texts.bind("life.copy"));
        close.setId("life-close");
        close.textProperty().bind(texts.bind("life.close"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox made = new HBox(copy, gap, close);
        made.getStyleClass().add("popover-buttons");
        made.setAlignment(Pos.CENTER_LEFT);
        return made;
    }

    private void show() {
        LifeStage stage = model.stage().get();
        loading.setVisible(stage instanceof LifeStage.Loading);
        unknown.setVisible(stage instanceof LifeStage.Unknown);
        failed.setVisible(stage instanceof LifeStage.Failed);
        boolean told = stage instanceof LifeStage.Told;
        list.setVisible(told);
        copy.setDisable(!told);
        for (Label label : List.of(head, sum)) {
            label.setVisible(told);
            label.setManaged(told);
        }
        switch (stage) {
            case LifeStage.Told(OrderChronicle chronicle) -> show(chronicle);
            case LifeStage.Failed(String why) -> problem.setText(texts.get("life.failed", why));
            case LifeStage.Loading loads -> {}
            case LifeStage.Unknown nobody -> {}
        }
    }

    private void show(OrderChronicle chronicle) {
        head.setText(words.head(chronicle));
        sum.setText(words.sum(chronicle));
        List<LifeLine> lines = switch (tab.get()) {
            case LIFE ->
                chronicle.chapters().stream()
                        .map(chapter -> line(chapter, chronicle))
                        .toList();
            case PASSPORT -> passportLines(chronicle);
        };
        if (!lines.equals(list.getItems())) {
            list.getItems().setAll(lines);
        }
    }

    /** A heading stands before the first line of its topic only. */
    private List<LifeLine> passportLines(OrderChronicle chronicle) {
        List<LifeLine> lines = new ArrayList<>();
        Optional<PassportWords.Topic> last = Optional.empty();
        for (PassportWords.Entry entry : passports.say(chronicle)) {
            Optional<PassportWords.Topic> topic = Optional.of(entry.topic());
            lines.add(new LifeLine(
                    topic.equals(last) ? "" : passports.heading(entry.topic()),
                    "",
                    entry.sentence(),
                    LifeLine.Weight.PLAIN));
            last = topic;
        }
        return lines;
    }

    private LifeLine line(Chapter chapter, OrderChronicle chronicle) {
        return new LifeLine(
                texts.figures().dateTime(chapter.timeNanos()),
                texts.get("life.record", texts.figures().count(chapter.position())),
                words.sentence(chapter, chronicle),
                LifeLine.Weight.of(chapter));
    }
}
