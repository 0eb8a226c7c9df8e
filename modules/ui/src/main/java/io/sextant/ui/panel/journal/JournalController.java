package io.sextant.ui.panel.journal;

import io.sextant.ui.parts.EventFollower;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;

/** Follows every event while it can be seen; its alerts are raised as long as the window is open. */
public final class JournalController implements Panel {

    private static final int PAST_EVENTS = 3_000;

    private final DeskContext context;
    private final JournalSentences sentences;
    private final JournalModel model;
    private final EventFollower follower;
    private final Alerts alerts;
    private @Nullable JournalView view;

    public JournalController(DeskContext context) {
        this.context = context;
        sentences = new JournalSentences(context.catalog(), context.texts());
        model = new JournalModel(sentences::of);
        follower = new EventFollower(context);
        alerts = new Alerts(context, sentences::of);
    }

    @Override
    public String id() {
        return PanelIds.JOURNAL;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("journal.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignN.NOTEBOOK_OUTLINE;
    }

    @Override
    public Node view() {
        return ownView();
    }

    @Override
    public void onShow() {
        follower.start(
                PAST_EVENTS,
                newest -> {
                    model.loaded(newest);
                    return CompletableFuture.completedFuture(newest);
                },
                model::happened);
    }

    @Override
    public void onHide() {
        follower.stop();
    }

    @Override
    public void onOpen() {
        alerts.start();
    }

    @Override
    public void onClose() {
        alerts.stop();
    }

    @Override
    public void focusFirst() {
        ownView().list().requestFocus();
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(DeskAction.of(
                        "journal.pause",
                        DeskAction.Group.MARKET,
                        context.texts().bind("journal.action.pause"),
                        () -> model.paused().set(!model.paused().get()))
                .withPanelShortcut("P"));
    }

    private JournalView ownView() {
        JournalView known = view;
        if (known != null) {
            return known;
        }
        JournalView made = new JournalView(model, context.texts(), sentences::of);
        view = made;
        return made;
    }
}
