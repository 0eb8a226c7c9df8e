package io.sextant.ui.panel.tape;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.request.Topic;
import io.sextant.ui.parts.InstrumentFollower;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.parts.Typed;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** Follows the trades of the linked instrument while it can be seen. */
public final class TapeController implements Panel {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("danger");

    private final DeskContext context;
    private final TapeModel model = new TapeModel();
    private final InstrumentFollower follower;
    private @Nullable TapeView view;

    public TapeController(DeskContext context) {
        this.context = context;
        follower = new InstrumentFollower(context, this::follow);
    }

    @Override
    public String id() {
        return PanelIds.TAPE;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("tape.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignF.FORMAT_LIST_TEXT;
    }

    @Override
    public Node view() {
        return ownView();
    }

    @Override
    public void onShow() {
        follower.start();
    }

    @Override
    public void onHide() {
        follower.stop();
    }

    @Override
    public void focusFirst() {
        ownView().table().requestFocus();
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(DeskAction.of(
                        "tape.pause",
                        DeskAction.Group.MARKET,
                        context.texts().bind("tape.pause"),
                        () -> model.paused().set(!model.paused().get()))
                .withPanelShortcut("P"));
    }

    private TapeView ownView() {
        TapeView known = view;
        if (known != null) {
            return known;
        }
        TapeView made = new TapeView(model, context.texts());
        view = made;
        made.smallest().textProperty().addListener((property, before, typed) -> takeSmallest(made, typed));
        return made;
    }

    private void follow(Optional<Instrument> instrument, Subscriptions whileLinked) {
        if (!instrument.equals(model.instrument())) {
            ownView().smallest().clear();
        }
        model.show(instrument);
        instrument.ifPresent(
                shown -> whileLinked.add(context.engine().onState(new Topic.Market(shown.id()), model::update)));
    }

    private void takeSmallest(TapeView shown, String typed) {
        Optional<Quantity> smallest = Typed.quantity(typed, context.texts().figures());
        boolean readable = typed.isBlank() || smallest.isPresent();
        shown.smallest().pseudoClassStateChanged(INVALID, !readable);
        if (readable) {
            model.smallestShown().set(smallest.orElse(Quantity.ZERO));
        }
    }
}
