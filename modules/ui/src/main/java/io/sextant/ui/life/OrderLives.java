package io.sextant.ui.life;

import io.sextant.domain.event.Event;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Subscription;
import io.sextant.ui.parts.ThemedPopOver;
import io.sextant.ui.shell.DeskContext;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.PopOver;

/** Opens the life of an order, one at a time, and follows it while it is in sight. Escape closes it. */
public final class OrderLives {

    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private final DeskContext context;
    private final LifeWords words;
    private final PassportWords passports;
    private Optional<Shown> shown = Optional.empty();

    private record Shown(PopOver popOver, Subscription events) {}

    public OrderLives(DeskContext context) {
        this.context = context;
        words = new LifeWords(context.catalog(), context.texts());
        passports = new PassportWords(context.catalog(), context.texts());
    }

    /** Points at a place on the screen. */
    public void open(OrderId order, Node owner, double screenX, double screenY, PopOver.ArrowLocation arrow) {
        LifeView view = prepare(order, arrow);
        shown.ifPresent(now -> now.popOver().show(owner, screenX, screenY));
        view.list().requestFocus();
    }

    public void close() {
        shown.ifPresent(now -> {
            shown = Optional.empty();
            now.events().close();
            now.popOver().hide();
        });
    }

    private LifeView prepare(OrderId order, PopOver.ArrowLocation arrow) {
        close();
        LifeModel model = new LifeModel(order);
        LifeView view = new LifeView(model, words, passports, context.texts());
        ThemedPopOver popOver = new ThemedPopOver(view, arrow);
        Shown opened = new Shown(popOver, context.engine().onEventsFromNow(event -> happened(event, model)));
        shown = Optional.of(opened);
        popOver.setOnHidden(hidden -> {
            opened.events().close();
            shown = shown.filter(now -> !now.equals(opened));
        });
        view.retry().setOnAction(pressed -> ask(model));
        view.close().setOnAction(pressed -> popOver.hide());
        view.copy().setOnAction(pressed -> copy(view));
        view.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ESCAPE) {
                popOver.hide();
                pressed.consume();
            } else if (COPY.match(pressed) && !view.copy().isDisabled()) {
                copy(view);
                pressed.consume();
            }
        });
        ask(model);
        return view;
    }

    private void happened(Event event, LifeModel model) {
        if (model.concerns(event)) {
            ask(model);
        }
    }

    private void ask(LifeModel model) {
        int question = model.ask();
        context.engine().ask(new Query.Chronicle(model.order())).whenComplete((answer, failure) -> {
            if (failure == null) {
                model.answered(question, answer);
            } else {
                model.failed(question, String.valueOf(failure.getMessage()));
            }
        });
    }

    private void copy(LifeView view) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, view.told()));
        context.toasts().info(context.texts().get("life.copied"), "");
    }
}
