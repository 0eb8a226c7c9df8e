package io.sextant.ui.testing;

import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelFactory;
import io.sextant.ui.shell.PanelIds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** A panel that does little, for tests of the shell around it: it listens while it is in sight and notes what it is told. */
public final class SamplePanel implements Panel {

    private final String id;
    private final DeskContext context;
    private final TextField field = new TextField();
    private final Label price = new Label();
    private final VBox view = new VBox(field, price);
    private final List<String> told = new ArrayList<>();
    private @Nullable Subscription subscription;

    public SamplePanel(String id, DeskContext context) {
        this.id = id;
        this.context = context;
        field.setId("field-" + id);
        view.setId("view-" + id);
    }

    /** One of each standard panel. */
    public static List<PanelFactory> all() {
        return Stream.of(
                        PanelIds.WATCHLIST,
                        PanelIds.CHART,
                        PanelIds.LADDER,
                        PanelIds.TAPE,
                        PanelIds.TICKET,
                        PanelIds.BLOTTER,
                        PanelIds.PORTFOLIO,
                        PanelIds.JOURNAL,
                        PanelIds.DATA,
                        PanelIds.SCHEDULES,
                        PanelIds.HEATMAP)
                .map(id -> (PanelFactory) context -> new SamplePanel(id, context))
                .toList();
    }

    /** "shown" and "hidden", in order. */
    public List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ObservableValue<String> title() {
        return new SimpleStringProperty("The " + id);
    }

    @Override
    public Ikon icon() {
        return MaterialDesignS.SQUARE_OUTLINE;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void onShow() {
        told.add("shown");
        subscription = context.engine()
                .onState(
                        new Topic.Market(context.linkedInstrument().get()),
                        state -> price.setText(state.last()
                                .map(last -> context.texts().figures().price(last))
                                .orElse("")));
    }

    @Override
    public void onHide() {
        told.add("hidden");
        if (subscription != null) {
            subscription.close();
        }
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(
                DeskAction.of(
                                id + ".note",
                                DeskAction.Group.CHART,
                                new SimpleStringProperty("Note " + id),
                                () -> told.add("noted"))
                        .withPanelShortcut("N"),
                DeskAction.of(
                                id + ".hold",
                                DeskAction.Group.CHART,
                                new SimpleStringProperty("Hold " + id),
                                () -> told.add("held"))
                        .onlyByItsKey());
    }

    @Override
    public void focusFirst() {
        field.requestFocus();
    }
}
