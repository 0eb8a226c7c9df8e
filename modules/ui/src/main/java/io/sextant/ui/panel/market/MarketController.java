package io.sextant.ui.panel.market;

import io.sextant.domain.event.AnomalySeen;
import io.sextant.domain.event.Event;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.request.Topic;
import io.sextant.ui.parts.AnomalyWords;
import io.sextant.ui.parts.EventFollower;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.Palettes;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** Follows the watchlist while it can be seen, and keeps its selection and the linked instrument the same. */
public final class MarketController implements Panel {

    /** Enough to find what was unusual in the last minutes. */
    private static final int PAST_EVENTS = 200;

    private final DeskContext context;
    private final MarketModel model;
    private final EventFollower events;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ChangeListener<InstrumentId> linkedListener = (property, before, linked) -> selectLinked();
    private @Nullable MarketView view;

    public MarketController(DeskContext context) {
        this.context = context;
        model = new MarketModel(context.catalog().all());
        events = new EventFollower(context);
    }

    @Override
    public String id() {
        return PanelIds.WATCHLIST;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("market.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignF.FORMAT_LIST_BULLETED;
    }

    @Override
    public Node view() {
        return ownView();
    }

    @Override
    public void onShow() {
        subscriptions.add(context.engine().onState(new Topic.Watchlist(), model::update));
        events.start(PAST_EVENTS, this::seePast, this::see);
        context.linkedInstrument().addListener(linkedListener);
        selectLinked();
    }

    @Override
    public void onHide() {
        subscriptions.close();
        events.stop();
        context.linkedInstrument().removeListener(linkedListener);
    }

    @Override
    public void focusFirst() {
        ownView().table().requestFocus();
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(DeskAction.of(
                        "market.filter",
                        DeskAction.Group.INSTRUMENTS,
                        context.texts().bind("market.action.filter"),
                        () -> {
                            context.desk().showPanel(id());
                            ownView().filter().requestFocus();
                        })
                .withShortcut("Shortcut+F"));
    }

    private CompletableFuture<?> seePast(List<Event> newestFirst) {
        newestFirst.reversed().forEach(this::see);
        return CompletableFuture.completedFuture(newestFirst);
    }

    private void see(Event event) {
        if (event instanceof AnomalySeen seen) {
            model.see(seen.anomaly());
        }
    }

    private MarketView ownView() {
        MarketView known = view;
        if (known != null) {
            return known;
        }
        MarketView made = new MarketView(
                model,
                context.texts(),
                new AnomalyWords(context.catalog(), context.texts()),
                Palettes.of(context.themes()));
        view = made;
        made.table().getSelectionModel().selectedItemProperty().addListener((property, before, row) -> link(row));
        made.filter().addEventFilter(KeyEvent.KEY_PRESSED, pressed -> moveFromFilter(pressed, made));
        model.filter().addListener(change -> selectLinked());
        return made;
    }

    /** Up and down choose an instrument while the reader is still typing; Enter goes on to the list. */
    private static void moveFromFilter(KeyEvent pressed, MarketView view) {
        TableView<LiveRow<MarketRow>> table = view.table();
        switch (pressed.getCode()) {
            case UP -> choose(table, -1);
            case DOWN -> choose(table, 1);
            case ENTER -> {
                if (table.getSelectionModel().isEmpty()) {
                    table.getSelectionModel().selectFirst();
                }
                table.requestFocus();
            }
            case ESCAPE -> view.filter().clear();
            default -> {
                return;
            }
        }
        pressed.consume();
    }

    /** From the row that is chosen, or from the first when the filter hid that one. */
    private static void choose(TableView<LiveRow<MarketRow>> table, int step) {
        int rows = table.getItems().size();
        if (rows > 0) {
            int chosen = table.getItems().indexOf(table.getSelectionModel().getSelectedItem());
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().select(chosen < 0 ? 0 : Math.clamp(chosen + step, 0, rows - 1));
        }
    }

    private void link(@Nullable LiveRow<MarketRow> row) {
        if (row != null) {
            context.linkedInstrument().set(row.get().instrument().id());
        }
    }

    private void selectLinked() {
        TableView<LiveRow<MarketRow>> table = ownView().table();
        InstrumentId linked = context.linkedInstrument().get();
        model.findShown(linked)
                .filter(row -> table.getSelectionModel().getSelectedItem() != row)
                .ifPresent(row -> {
                    table.getSelectionModel().select(row);
                    table.scrollTo(row);
                });
    }
}
