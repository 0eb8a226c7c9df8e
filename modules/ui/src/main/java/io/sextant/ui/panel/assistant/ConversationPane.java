package io.sextant.ui.panel.assistant;

import io.sextant.ui.assistant.AssistantNews.Line;
import io.sextant.ui.assistant.AssistantNews.Part;
import io.sextant.ui.assistant.AssistantNews.Who;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.EmptyState;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** What was said, newest below; every figure in an answer is a link to where it comes from. */
final class ConversationPane extends StackPane {

    /** Told which figure was chosen, and by which node. */
    interface FigureChosen {
        void chosen(Part.Figure figure, Node where);
    }

    private final Texts texts;
    private final FigureChosen chosen;
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);

    ConversationPane(AssistantModel model, Texts texts, FigureChosen chosen) {
        this.texts = texts;
        this.chosen = chosen;
        rows.setId("assistant-lines");
        rows.getStyleClass().add("assistant-lines");
        scroll.setFitToWidth(true);
        scroll.setId("assistant-conversation");
        scroll.getStyleClass().add("bare");
        scroll.accessibleTextProperty().bind(texts.bind("assistant.conversation"));
        EmptyState nothing = new EmptyState(MaterialDesignA.ACCOUNT_VOICE, texts.bind("assistant.nothing"));
        nothing.visibleProperty().bind(Bindings.isEmpty(model.lines));
        nothing.setMouseTransparent(true);
        getChildren().addAll(scroll, nothing);
        setMinHeight(0);
        rows.heightProperty().addListener(grown -> scroll.setVvalue(1));
        model.lines.forEach(line -> rows.getChildren().add(row(line)));
        model.lines.addListener((ListChangeListener<Line>) change -> {
            while (change.next()) {
                if (change.wasRemoved()) {
                    rows.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
                }
                change.getAddedSubList().forEach(line -> rows.getChildren().add(row(line)));
            }
        });
    }

    private Node row(Line line) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("assistant-line");
        flow.getStyleClass()
                .add(
                        switch (line.who()) {
                            case PERSON -> "assistant-person";
                            case ASSISTANT -> "assistant-answer";
                            case MODEL -> "assistant-model";
                            case TROUBLE -> "assistant-trouble";
                        });
        flow.setAccessibleRole(AccessibleRole.TEXT);
        flow.setAccessibleText(texts.get("assistant.who." + line.who(), line.text()));
        if (line.who() == Who.MODEL) {
            Text whose = new Text(texts.get("assistant.own-model.says") + " ");
            whose.getStyleClass().add("assistant-whose");
            flow.getChildren().add(whose);
        }
        fill(flow, line.parts());
        return flow;
    }

    private void fill(TextFlow flow, List<Part> parts) {
        fill(flow, parts, texts, chosen);
    }

    /** Words, and figures as links to where they come from. */
    static void fill(TextFlow flow, List<Part> parts, Texts texts, FigureChosen chosen) {
        for (Part part : parts) {
            flow.getChildren()
                    .add(
                            switch (part) {
                                case Part.Words(String text) -> new Text(text);
                                case Part.Figure figure -> link(figure, texts, chosen);
                            });
        }
    }

    private static Node link(Part.Figure figure, Texts texts, FigureChosen chosen) {
        if (FactLinks.findPanel(figure.source()).isEmpty()) {
            return new Text(figure.text());
        }
        Hyperlink link = new Hyperlink(figure.text());
        link.getStyleClass().add("assistant-fact");
        link.setAccessibleText(texts.get("assistant.fact", figure.text(), figure.name()));
        link.setOnAction(pressed -> {
            link.setVisited(false);
            chosen.chosen(figure, link);
        });
        return link;
    }
}
