package io.sextant.ui.shell;

import io.sextant.ui.i18n.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What stands in the window before an engine does: that one is starting, or why none could. */
public final class StartView {

    private static final double MARK_SIZE = 84;
    private static final double BAR_WIDTH = 220;

    private final Texts texts;
    private final StackPane view = new StackPane();

    public StartView(Texts texts) {
        this.texts = texts;
        view.getStyleClass().add("start");
        showStarting();
    }

    public StackPane view() {
        return view;
    }

    public void showStarting() {
        showWaiting("shell.start.title", "shell.start.text");
    }

    /** The same for an engine that runs elsewhere. */
    public void showConnecting() {
        showWaiting("shell.start.connecting.title", "shell.start.connecting.text");
    }

    private void showWaiting(String titleKey, String textKey) {
        ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        progress.setPrefWidth(BAR_WIDTH);
        show(SextantIcon.mark(MARK_SIZE), title(texts.get(titleKey)), sentence(texts.get(textKey)), progress);
    }

    /** A way out of a failure; {@code name} is for tests and styles. Escape takes the one that is called {@link #BACK}. */
    public record WayOut(String name, String textKey, Runnable action) {

        public static final String BACK = "back";
    }

    /** Says what happened, what is safe, and what can be done; the last way out is the one that Enter takes. */
    public void showFailure(Throwable failure, List<WayOut> waysOut) {
        String message = failure.getMessage();
        showFailure(
                texts.get("shell.start.failed.title"),
                message == null ? failure.getClass().getSimpleName() : message,
                texts.get("shell.start.failed.safe"),
                waysOut);
    }

    /** The same of a server that was not reached. */
    public void showUnreached(String server, String why, List<WayOut> waysOut) {
        showFailure(texts.get("shell.start.server.title", server), why, texts.get("shell.start.server.safe"), waysOut);
    }

    private void showFailure(String title, String why, String whatIsSafe, List<WayOut> waysOut) {
        Label what = sentence(why);
        what.setId("start-failure");
        Label safe = sentence(whatIsSafe);
        safe.getStyleClass().add("muted");
        show(SextantIcon.mark(MARK_SIZE), title(title), what, safe, buttons(waysOut, true));
    }

    /** Offers to go on with the engine of a server that was shown last; Enter does. */
    public void showLastServer(String server, Runnable quit, Runnable here, Runnable there) {
        show(
                SextantIcon.mark(MARK_SIZE),
                title(texts.get("shell.start.last.title", server)),
                sentence(texts.get("shell.start.last.text", server)),
                buttons(
                        List.of(
                                new WayOut("quit", "shell.start.failed.quit", quit),
                                new WayOut("here", "shell.start.last.here", here),
                                new WayOut("there", "servers.connect", there)),
                        true));
    }

    /** The servers there are, to be changed or chosen. */
    public void showServers(Node servers, List<WayOut> waysOut) {
        ScrollPane scroll = new ScrollPane(servers);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("start-form");
        show(title(texts.get("servers.title")), scroll, buttons(waysOut, false));
    }

    /** Asks for the vault of keys, without which this desk cannot be opened. */
    public void showKeys(Node keys, List<WayOut> waysOut) {
        show(SextantIcon.mark(MARK_SIZE), title(texts.get("keys.title")), keys, buttons(waysOut, false));
    }

    /** Asks to type the account's name once, which says that real money is meant. */
    public void showAgreement(String account, Consumer<String> agreed, List<WayOut> waysOut) {
        TextField typed = new TextField();
        typed.setId("start-agree-name");
        typed.setMaxWidth(BAR_WIDTH);
        Button agree = new Button(texts.get("shell.start.agree.button"));
        agree.setId("start-agree");
        agree.setDefaultButton(true);
        agree.disableProperty().bind(typed.textProperty().isNotEqualTo(account));
        agree.setOnAction(done -> agreed.accept(typed.getText()));
        HBox buttons = buttons(waysOut, false);
        buttons.getChildren().add(agree);
        show(
                SextantIcon.mark(MARK_SIZE),
                title(texts.get("shell.start.agree.title")),
                sentence(texts.get("shell.start.agree.text", account)),
                typed,
                buttons);
        typed.requestFocus();
    }

    private HBox buttons(List<WayOut> waysOut, boolean enterTakesTheLast) {
        HBox buttons = new HBox();
        for (WayOut way : waysOut) {
            Button button = new Button(texts.get(way.textKey()));
            button.setId("start-" + way.name());
            button.setDefaultButton(enterTakesTheLast && way.equals(waysOut.getLast()));
            button.setCancelButton(way.name().equals(WayOut.BACK));
            button.setOnAction(done -> way.action().run());
            buttons.getChildren().add(button);
        }
        buttons.getStyleClass().add("card-buttons");
        buttons.setAlignment(Pos.CENTER);
        return buttons;
    }

    private void show(Node... rows) {
        VBox card = new VBox(rows);
        card.getStyleClass().add("start-card");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        view.getChildren().setAll(card);
        // The first button would take the focus, and with it Enter from the one that it is meant for.
        card.lookupAll(".button").stream()
                .filter(node -> node instanceof Button button && button.isDefaultButton())
                .forEach(Node::requestFocus);
    }

    private static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("card-title");
        return label;
    }

    private static Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
