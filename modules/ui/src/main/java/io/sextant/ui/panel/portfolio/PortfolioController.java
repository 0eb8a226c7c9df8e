package io.sextant.ui.panel.portfolio;

import io.sextant.domain.event.AccountMarked;
import io.sextant.domain.event.Event;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.ui.parts.EventFollower;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.Palettes;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/** Follows the account and its marks while it can be seen; choosing a position links its instrument. */
public final class PortfolioController implements Panel {

    private final DeskContext context;
    private final PortfolioModel model = new PortfolioModel();
    private final Subscriptions subscriptions = new Subscriptions();
    private final EventFollower marks;
    private @Nullable PortfolioView view;
    private boolean shown;

    public PortfolioController(DeskContext context) {
        this.context = context;
        marks = new EventFollower(context);
        model.range().addListener(change -> followMarks());
    }

    @Override
    public String id() {
        return PanelIds.PORTFOLIO;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("portfolio.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignB.BRIEFCASE_OUTLINE;
    }

    @Override
    public Node view() {
        return ownView();
    }

    @Override
    public void onShow() {
        shown = true;
        subscriptions.add(context.engine().onState(new Topic.Desk(), model::update));
        followMarks();
    }

    @Override
    public void onHide() {
        shown = false;
        subscriptions.close();
        marks.stop();
    }

    @Override
    public void focusFirst() {
        ownView().positions().requestFocus();
    }

    private PortfolioView ownView() {
        PortfolioView known = view;
        if (known != null) {
            return known;
        }
        PortfolioView made =
                new PortfolioView(model, context.catalog(), context.texts(), Palettes.of(context.themes()));
        view = made;
        made.positions().getSelectionModel().selectedItemProperty().addListener((property, before, row) -> link(row));
        return made;
    }

    private void link(@Nullable LiveRow<Position> row) {
        if (row != null) {
            context.linkedInstrument().set(row.get().instrument());
        }
    }

    private void followMarks() {
        marks.stop();
        if (shown) {
            marks.start(1, newest -> loadCurve(), this::happened);
        }
    }

    /** The range counts back from market time, which a simulation may have at another day than the clock on the wall. */
    private CompletionStage<?> loadCurve() {
        CompletionStage<Long> now = model.desk()
                .get()
                .<CompletionStage<Long>>map(desk -> CompletableFuture.completedFuture(desk.marketNanos()))
                .orElseGet(() -> context.engine().ask(new Query.Desk()).thenApply(DeskState::marketNanos));
        return now.thenCompose(nanos -> context.engine()
                        .ask(new Query.Equity(model.range().get().fromNanos(nanos), PortfolioModel.MAX_POINTS)))
                .thenAccept(model::loaded);
    }

    private void happened(Event event) {
        if (event instanceof AccountMarked marked) {
            model.marked(marked);
        }
    }
}
