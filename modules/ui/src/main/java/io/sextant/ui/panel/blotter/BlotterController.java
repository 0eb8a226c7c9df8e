package io.sextant.ui.panel.blotter;

import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.Command;
import io.sextant.domain.event.Event;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.ui.life.OrderLives;
import io.sextant.ui.link.SeatRole;
import io.sextant.ui.parts.EventFollower;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.OrderAmending;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Fills the lists from the tables' memory and the events after it; cancels, amends and exports. */
public final class BlotterController implements Panel {

    private static final int PAST_ORDERS = 1_000;
    private static final int PAST_FILLS = 2_000;
    private static final int PAST_EVENTS = 2_000;

    private final DeskContext context;
    private final BlotterModel model = new BlotterModel();
    private final BlotterWords words;
    private final BiFunction<Window, String, Optional<Path>> askForFile;
    private final Subscriptions subscriptions = new Subscriptions();
    private final EventFollower follower;
    private final OrderAmending amending;
    private final OrderLives lives;
    private @Nullable BlotterView view;

    public BlotterController(DeskContext context) {
        this(context, (window, name) -> chooseFile(context, window, name));
    }

    /** {@code askForFile} gets the window and a name to start from and says where to write, if anywhere. */
    BlotterController(DeskContext context, BiFunction<Window, String, Optional<Path>> askForFile) {
        this.context = context;
        this.askForFile = askForFile;
        follower = new EventFollower(context);
        amending = new OrderAmending(context);
        lives = new OrderLives(context);
        words = new BlotterWords(context.catalog(), context.texts());
    }

    @Override
    public String id() {
        return PanelIds.BLOTTER;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("blotter.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CLIPBOARD_LIST_OUTLINE;
    }

    @Override
    public Node view() {
        return ownView();
    }

    @Override
    public void onShow() {
        subscriptions.add(context.engine().onState(new Topic.Desk(), model::update));
        follower.start(PAST_EVENTS, this::loadPast, model::happened);
    }

    @Override
    public void onHide() {
        lives.close();
        subscriptions.close();
        follower.stop();
    }

    @Override
    public void focusFirst() {
        shownTable().requestFocus();
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(
                action("blotter.cancel", this::cancelSelected).withPanelShortcut("Delete"),
                action("blotter.cancel-all", this::cancelAll),
                action("blotter.amend", this::amendSelected).withPanelShortcut("F2"),
                DeskAction.of(
                                "blotter.life",
                                DeskAction.Group.ORDERS,
                                context.texts().bind("life.action"),
                                this::tellSelected)
                        .withPanelShortcut("L"),
                action("blotter.export", this::export).withPanelShortcut("Shortcut+E"));
    }

    private DeskAction action(String id, Runnable action) {
        return DeskAction.of(
                id, DeskAction.Group.ORDERS, context.texts().bind("blotter.action." + id.substring(8)), action);
    }

    private CompletionStage<?> loadPast(List<Event> newest) {
        return context.engine()
                .ask(new Query.OrderHistory(PAST_ORDERS))
                .thenAcceptBoth(
                        context.engine().ask(new Query.Fills(PAST_FILLS)),
                        (lives, fills) -> model.loaded(lives, fills, newest));
    }

    private BlotterView ownView() {
        BlotterView known = view;
        if (known != null) {
            return known;
        }
        BlotterView made = new BlotterView(model, words, context.texts());
        view = made;
        made.cancel().setOnAction(pressed -> cancelSelected());
        made.cancelAll().setOnAction(pressed -> cancelAll());
        made.amend().setOnAction(pressed -> amendSelected());
        made.export().setOnAction(pressed -> export());
        made.life().setOnAction(pressed -> tellSelected());
        for (TableView<?> table : List.of(made.working(), made.history(), made.fills())) {
            table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
            table.addEventHandler(MouseEvent.MOUSE_CLICKED, clicked -> {
                if (clicked.getButton() == MouseButton.PRIMARY && clicked.getClickCount() == 2) {
                    tellSelected();
                }
            });
            table.setContextMenu(made.menu(
                    table,
                    () -> context.engine().lackingRole(SeatRole.TRADE).map(context.texts()::refusal),
                    this::tellSelected,
                    this::amendSelected,
                    this::cancelSelected));
        }
        return made;
    }

    private TableView<? extends LiveRow<?>> shownTable() {
        return switch (ownView().tab().get()) {
            case WORKING -> ownView().working();
            case HISTORY -> ownView().history();
            case FILLS -> ownView().fills();
        };
    }

    private void key(KeyEvent pressed) {
        switch (pressed.getCode()) {
            case ENTER -> tellSelected();
            case BACK_SPACE -> cancelSelected();
            default -> {
                return;
            }
        }
        pressed.consume();
    }

    private void cancelSelected() {
        if (ownView().tab().get() == BlotterTab.WORKING) {
            ownView().selectedOrder().ifPresent(order -> submit(new CancelOrder(order.id())));
        }
    }

    private void cancelAll() {
        submit(new CancelAllOrders(CancelScope.EVERYTHING));
    }

    private void submit(Command command) {
        context.engine().submit(command).whenComplete((answer, failure) -> {
            if (failure != null) {
                context.toasts().failed(failure);
            } else if (answer instanceof Answer.Refused(var refusal)) {
                context.toasts().refused(refusal);
            }
        });
    }

    private void amendSelected() {
        ownView()
                .selectedOrder()
                .flatMap(order -> amending.form(order, Optional.empty()))
                .ifPresent(form -> form.showAt(ownView().amend()));
    }

    private void tellSelected() {
        BlotterView shown = ownView();
        Point2D place = shown.selectedPlace();
        shown.selectedId()
                .ifPresent(order -> lives.open(
                        order, shownTable(), place.getX(), place.getY(), PopOver.ArrowLocation.BOTTOM_CENTER));
    }

    private void export() {
        BlotterTab tab = ownView().tab().get();
        String csv = switch (tab) {
            case WORKING -> BlotterCsv.working(values(ownView().working()));
            case HISTORY -> BlotterCsv.history(values(ownView().history()));
            case FILLS -> BlotterCsv.fills(values(ownView().fills()));
        };
        String name = "sextant-" + tab.name().toLowerCase(Locale.ROOT) + ".csv";
        askForFile
                .apply(ownView().getScene().getWindow(), name)
                .ifPresent(file -> Thread.ofVirtual().start(() -> write(csv, file)));
    }

    private static <T> List<T> values(TableView<LiveRow<T>> table) {
        return table.getItems().stream().map(LiveRow::get).toList();
    }

    private void write(String csv, Path file) {
        try {
            Files.writeString(file, csv, StandardCharsets.UTF_8);
            Platform.runLater(() -> context.toasts().info(context.texts().get("blotter.exported"), file.toString()));
        } catch (IOException failure) {
            Platform.runLater(() -> context.toasts().failed(failure));
        }
    }

    private static Optional<Path> chooseFile(DeskContext context, Window window, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(context.texts().get("blotter.export.hint"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(file -> file.toPath());
    }
}
