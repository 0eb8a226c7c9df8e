package io.sextant.ui.shell;

import io.sextant.ui.i18n.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks before what somebody typed is lost with the desk that it was for. Staying is what Enter does. */
final class LeaveCard implements Consumer<Runnable> {

    private static final double CARD_WIDTH = 460;

    private final Texts texts;
    private final Overlay overlay;
    private final Supplier<List<String>> begunNow;

    /** {@code begun} are sentences about it. */
    LeaveCard(Texts texts, Overlay overlay, Supplier<List<String>> begun) {
        this.texts = texts;
        this.overlay = overlay;
        begunNow = begun;
    }

    /** Runs {@code leave} at once where nothing was begun. */
    @Override
    public void accept(Runnable leave) {
        List<String> begun = begunNow.get();
        if (begun.isEmpty()) {
            leave.run();
            return;
        }
        Label title = new Label(texts.get("link.leave.title"));
        title.getStyleClass().add("card-title");
        VBox card = new VBox(title);
        begun.forEach(what -> card.getChildren().add(sentence(what)));
        card.getChildren().add(sentence(texts.get("link.leave.text")));
        Button stay = new Button(texts.get("link.leave.stay"));
        stay.setId("leave-stay");
        stay.setDefaultButton(true);
        stay.setOnAction(done -> overlay.close());
        Button go = new Button(texts.get("link.leave.go"));
        go.setId("leave-go");
        go.getStyleClass().add("danger");
        go.setOnAction(done -> {
            overlay.close();
            leave.run();
        });
        HBox buttons = new HBox(stay, go);
        buttons.getStyleClass().add("card-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        card.getChildren().add(buttons);
        card.setId("leave-card");
        card.getStyleClass().addAll("card", "dialog-card");
        card.setMaxSize(CARD_WIDTH, Region.USE_PREF_SIZE);
        overlay.open(card, Pos.CENTER, stay, () -> {});
    }

    private static Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
