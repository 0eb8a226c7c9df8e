package io.sextant.ui.shell;

import io.sextant.domain.vault.KeyDesk;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.link.ServerBook;
import io.sextant.ui.servers.ServersController;
import io.sextant.ui.servers.ServersView;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The dialog in which an engine is chosen: of this machine, or of a server. */
final class ServersCard {

    private static final double CARD_WIDTH = 600;

    private final Texts texts;
    private final Overlay overlay;
    private final ServerBook book;
    private final Optional<KeyDesk> keys;
    private final Consumer<DeskChoice> open;

    ServersCard(Texts texts, Overlay overlay, ServerBook book, Optional<KeyDesk> keys, Consumer<DeskChoice> open) {
        this.texts = texts;
        this.overlay = overlay;
        this.book = book;
        this.keys = keys;
        this.open = open;
    }

    /** {@code current} is the server that is shown now. */
    void show(Optional<String> current) {
        ServersController controller = new ServersController(book, texts, name -> go(new DeskChoice.Server(name)));
        ServersView servers = new ServersView(texts, controller, keys, current, () -> go(new DeskChoice.Simulated()));
        Label title = new Label(texts.get("servers.title"));
        title.getStyleClass().add("card-title");
        Label text = new Label(texts.get("servers.text"));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(servers.view());
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        Button close = new Button(texts.get("servers.close"));
        close.setId("servers-close");
        close.setCancelButton(true);
        close.setOnAction(done -> overlay.close());
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("card-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(title, text, scroll, buttons);
        card.setId("servers-card");
        card.getStyleClass().addAll("card", "dialog-card");
        card.setMaxSize(CARD_WIDTH, Region.USE_PREF_SIZE);
        overlay.open(card, Pos.CENTER, servers.first(), () -> {});
        controller.refresh();
    }

    private void go(DeskChoice choice) {
        overlay.close();
        open.accept(choice);
    }
}
