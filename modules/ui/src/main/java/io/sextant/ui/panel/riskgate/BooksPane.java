package io.sextant.ui.panel.riskgate;

import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.ui.i18n.Texts;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Whether the venue's books agree with ours, each difference with what it means, and how a person settles all of them. */
final class BooksPane extends VBox {

    private final BooksModel model;
    private final Texts texts;
    private final Label trust = new Label();
    private final ListView<VenueDifference> list = new ListView<>();
    private final TextField reason = new TextField();
    private final Button ask = new Button();
    private final Label question = new Label();
    private final Button yes = new Button();
    private final Button no = new Button();
    private final HBox card = new HBox(8, question, no, yes);

    BooksPane(BooksModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        trust.setId("gate-books-trust");
        trust.setWrapText(true);
        fillList();
        reason.setId("gate-books-reason");
        reason.promptTextProperty().bind(texts.bind("gate.books.reason"));
        reason.accessibleTextProperty().bind(texts.bind("gate.books.reason"));
        ask.setId("gate-books-ask");
        ask.textProperty().bind(texts.bind("gate.books.ask"));
        question.setId("gate-books-question");
        question.setWrapText(true);
        question.setMinHeight(USE_PREF_SIZE);
        yes.setId("gate-books-yes");
        yes.textProperty().bind(texts.bind("gate.books.yes"));
        yes.getStyleClass().add("danger");
        yes.setMinWidth(USE_PREF_SIZE);
        no.setId("gate-books-no");
        no.textProperty().bind(texts.bind("ticket.back"));
        no.setMinWidth(USE_PREF_SIZE);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add("confirmation");
        HBox.setHgrow(question, Priority.ALWAYS);
        FlowPane bar = new FlowPane(8, 4, reason, ask);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinHeight(USE_PREF_SIZE);
        setSpacing(6);
        getStyleClass().add("gate-page");
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(trust, list, bar, card);
        model.told().addListener((property, before, now) -> show());
        model.asked().addListener((property, before, now) -> show());
        model.lapsed().addListener((property, before, now) -> show());
        reason.textProperty().addListener((property, before, now) -> show());
        texts.figuresProperty().addListener(change -> {
            list.refresh();
            show();
        });
        show();
    }

    private void fillList() {
        list.setId("gate-books-list");
        list.accessibleTextProperty().bind(texts.bind("gate.books"));
        Label none = new Label();
        none.textProperty().bind(texts.bind("gate.books.none"));
        list.setPlaceholder(none);
        list.setItems(model.differences());
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(VenueDifference difference, boolean empty) {
                super.updateItem(difference, empty);
                setWrapText(true);
                setPrefWidth(0);
                setText(empty || difference == null ? "" : sentence(difference) + "\n" + explanation(difference));
            }
        });
    }

    TextField reason() {
        return reason;
    }

    Button ask() {
        return ask;
    }

    Button yes() {
        return yes;
    }

    Button no() {
        return no;
    }

    private void show() {
        trust.setText(model.told().get().map(this::state).orElseGet(() -> texts.get("gate.books.noVenue")));
        ask.setDisable(!model.canAsk() || reason.getText().isBlank());
        Optional<BooksModel.Wish> wish = model.asked().get();
        boolean lapsed = model.lapsed().get();
        yes.setVisible(wish.isPresent());
        no.setVisible(wish.isPresent());
        card.setVisible(wish.isPresent() || lapsed);
        card.setManaged(card.isVisible());
        question.setText(wish.map(this::question).orElseGet(() -> lapsed ? texts.get("gate.books.lapsed") : ""));
    }

    private String state(VenueChecked now) {
        String sentence = texts.get("journal.venue." + now.trust().name(), now.venue());
        return now.sentence().isEmpty() || !now.differences().isEmpty()
                ? sentence
                : texts.get("gate.books.because", sentence, now.sentence());
    }

    /** All of it again, so that the yes stands under what it is said to. */
    private String question(BooksModel.Wish wish) {
        return wish.shown().differences().stream()
                .map(this::sentence)
                .collect(Collectors.joining(
                        "\n",
                        "",
                        "\n" + texts.get("gate.books.confirm", wish.shown().venue(), wish.reason())));
    }

    private String sentence(VenueDifference one) {
        return texts.get("journal.difference." + one.kind().name(), one.subject(), one.here(), one.there());
    }

    private String explanation(VenueDifference one) {
        return texts.get("gate.books.explain."
                + (one.isOwnOrder() ? "OWN_ORDER" : one.kind().name()));
    }
}
