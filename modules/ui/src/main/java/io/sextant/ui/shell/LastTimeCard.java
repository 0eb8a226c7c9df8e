package io.sextant.ui.shell;

import io.sextant.domain.market.TradingMode;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.session.LastTime;
import io.sextant.ui.i18n.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Tells, once, that the desk was not closed last time: what is known, what works again, where the report lies. */
final class LastTimeCard {

    private static final double CARD_WIDTH = 560;
    private static final double LIST_HEIGHT = 200;
    private static final int MOST_AT_ONCE = 6;

    private final Texts texts;
    private final Overlay overlay;

    LastTimeCard(Texts texts, Overlay overlay) {
        this.texts = texts;
        this.overlay = overlay;
    }

    void show(LastTime last, TradingMode mode, Function<OrderDraft, String> words) {
        Label title = new Label(texts.get("shell.last.title"));
        title.getStyleClass().add("card-title");
        VBox card = new VBox(title, sentence(what(last)), sentence(texts.get("shell.last.safe")));
        Label working = sentence(texts.get(
                last.working().isEmpty() ? "shell.last.nothing" : "shell.last.working",
                last.working().size()));
        working.setId("last-working");
        card.getChildren().add(working);
        if (!last.working().isEmpty()) {
            card.getChildren().add(list(last.working(), words));
        }
        card.getChildren()
                .add(sentence(texts.get(
                        "shell.last.rest",
                        texts.figures().count(last.positions()),
                        texts.figures().count(last.parents()))));
        if (mode == TradingMode.LIVE) {
            card.getChildren().add(sentence(texts.get("shell.last.live")));
        }
        last.report().ifPresent(report -> {
            TextField path = new TextField(report.toString());
            path.setId("last-report");
            path.setEditable(false);
            Label of = sentence(texts.get("shell.last.report"));
            of.setLabelFor(path);
            card.getChildren().addAll(of, path);
        });
        Button close = new Button(texts.get("shell.last.close"));
        close.setId("last-close");
        close.setDefaultButton(true);
        close.setOnAction(done -> overlay.close());
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("card-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        card.getChildren().add(buttons);
        card.setId("last-card");
        card.getStyleClass().addAll("card", "dialog-card");
        card.setMaxSize(CARD_WIDTH, Region.USE_PREF_SIZE);
        overlay.open(card, Pos.CENTER, close, () -> {});
    }

    private String what(LastTime last) {
        String records = texts.figures().count(last.recoveredRecords());
        return last.openedNanos() == 0
                ? texts.get("shell.last.what.unknown", records)
                : texts.get("shell.last.what", texts.figures().dateTime(last.openedNanos()), records);
    }

    private Node list(List<Order> working, Function<OrderDraft, String> words) {
        VBox rows = new VBox(4);
        for (Order order : working) {
            boolean protects =
                    order.terms().type().waits() || order.terms().handling().reduceOnly();
            Label row = new Label(texts.get(
                    protects ? "shell.last.protects" : "shell.last.order",
                    order.id().toString(),
                    words.apply(order.terms()),
                    texts.word(order.state())));
            row.setWrapText(true);
            rows.getChildren().add(row);
        }
        if (working.size() <= MOST_AT_ONCE) {
            return rows;
        }
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(LIST_HEIGHT);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private static Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
