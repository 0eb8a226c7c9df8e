package io.sextant.ui.shell;

import io.sextant.domain.vault.KeyDesk;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.keys.KeysController;
import io.sextant.ui.keys.KeysView;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The dialog in which keys of venues are kept. */
final class KeysCard {

    private static final double CARD_WIDTH = 540;

    private final Texts texts;
    private final Overlay overlay;
    private final KeyDesk keys;
    private final Map<String, String> venues;

    KeysCard(Texts texts, Overlay overlay, KeyDesk keys, List<LiveOffer> venues) {
        this.texts = texts;
        this.overlay = overlay;
        this.keys = keys;
        this.venues = names(venues);
    }

    static Map<String, String> names(List<LiveOffer> venues) {
        return venues.stream().collect(Collectors.toMap(LiveOffer::venue, LiveOffer::name));
    }

    void show() {
        KeysController controller = new KeysController(keys, texts);
        ScrollPane scroll = new ScrollPane(new KeysView(texts, controller, venues).view());
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        Label title = new Label(texts.get("keys.title"));
        title.getStyleClass().add("card-title");
        Button close = new Button(texts.get("keys.close"));
        close.setId("keys-close");
        close.setCancelButton(true);
        close.setOnAction(done -> overlay.close());
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("card-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(title, scroll, buttons);
        card.setId("keys-card");
        card.getStyleClass().addAll("card", "dialog-card");
        card.setMaxSize(CARD_WIDTH, Region.USE_PREF_SIZE);
        overlay.open(card, Pos.CENTER, close, () -> {});
        controller.refresh();
    }
}
