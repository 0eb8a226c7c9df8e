package io.sextant.ui.panel.ladder;

import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Topic;
import io.sextant.ui.parts.InstrumentFollower;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import io.sextant.ui.signal.PriceChosen;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** Follows the book and our working orders while it can be seen, and hands picked prices to the ticket. */
public final class LadderController implements Panel {

    private static final int PAGE_ROWS = 10;

    private final DeskContext context;
    private final LadderModel model = new LadderModel();
    private final InstrumentFollower follower;
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable LadderView view;

    public LadderController(DeskContext context) {
        this.context = context;
        follower = new InstrumentFollower(context, this::follow);
    }

    @Override
    public String id() {
        return PanelIds.LADDER;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("ladder.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignF.FORMAT_ALIGN_CENTER;
    }

    @Override
    public Node view() {
        return ownView();
    }

    @Override
    public void onShow() {
        follower.start();
        subscriptions.add(
                context.engine().onState(new Topic.Desk(), desk -> model.updateWorking(desk.workingOrders())));
    }

    @Override
    public void onHide() {
        follower.stop();
        subscriptions.close();
    }

    @Override
    public void focusFirst() {
        ownView().grid().requestFocus();
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(DeskAction.of(
                        "ladder.recentre",
                        DeskAction.Group.MARKET,
                        context.texts().bind("ladder.action.recentre"),
                        model::recentre)
                .withPanelShortcut("C"));
    }

    private LadderView ownView() {
        LadderView known = view;
        if (known != null) {
            return known;
        }
        LadderView made = new LadderView(model, context.texts());
        view = made;
        made.grid().onPick(this::pick);
        made.grid().addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        made.recentre().setOnAction(pressed -> model.recentre());
        made.finer().setOnAction(pressed -> model.finer());
        made.coarser().setOnAction(pressed -> model.coarser());
        made.step().setOnAction(pressed -> model.automaticStep());
        return made;
    }

    private void follow(Optional<Instrument> instrument, Subscriptions whileLinked) {
        model.show(instrument);
        instrument.ifPresent(
                shown -> whileLinked.add(context.engine().onState(new Topic.Market(shown.id()), model::update)));
    }

    private void key(KeyEvent pressed) {
        if (pressed.isShortcutDown() || pressed.isAltDown()) {
            return;
        }
        switch (pressed.getCode()) {
            case UP -> model.moveCursor(1);
            case DOWN -> model.moveCursor(-1);
            case PAGE_UP -> model.moveCursor(PAGE_ROWS);
            case PAGE_DOWN -> model.moveCursor(-PAGE_ROWS);
            case HOME, SPACE -> model.recentre();
            case B -> pickCursor(Optional.of(Side.BUY));
            case S -> pickCursor(Optional.of(Side.SELL));
            case ENTER -> pickCursor(Optional.empty());
            case DELETE, BACK_SPACE -> model.cursorRow().ifPresent(this::cancelOwn);
            case ADD, PLUS, EQUALS -> model.coarser();
            case SUBTRACT, MINUS -> model.finer();
            default -> {
                return;
            }
        }
        pressed.consume();
    }

    private void pickCursor(Optional<Side> side) {
        model.cursorRow().ifPresent(row -> pick(row, side));
    }

    private void pick(LadderRow row, Optional<Side> side) {
        model.instrument().ifPresent(instrument -> {
            PriceChosen chosen = new PriceChosen(instrument.id(), model.priceOf(row), side);
            if (!context.signals().send(chosen)) {
                context.desk().showPanel(PanelIds.TICKET);
                context.signals().send(chosen);
            }
        });
    }

    /** Cancelling is always safe, so it asks no second time. */
    private void cancelOwn(LadderRow row) {
        for (OrderId order : model.ownOrdersAt(row)) {
            context.engine().submit(new CancelOrder(order)).whenComplete((answer, failure) -> {
                if (failure != null) {
                    context.toasts().failed(failure);
                } else if (answer instanceof Answer.Refused(var refusal)) {
                    context.toasts().refused(refusal);
                }
            });
        }
    }
}
