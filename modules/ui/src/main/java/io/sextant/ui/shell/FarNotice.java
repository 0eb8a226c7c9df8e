package io.sextant.ui.shell;

import io.sextant.ui.bridge.EngineBridge;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.link.LinkStatus;
import io.sextant.ui.link.SeatRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A line above a panel that says what of it does not work over a line to another machine, for this reader. */
final class FarNotice {

    /** What changes in a panel need, as the server has it. */
    private static final Map<String, SeatRole> NEEDED = Map.ofEntries(
            Map.entry(PanelIds.LADDER, SeatRole.TRADE),
            Map.entry(PanelIds.TICKET, SeatRole.TRADE),
            Map.entry(PanelIds.BLOTTER, SeatRole.TRADE),
            Map.entry(PanelIds.ALGOS, SeatRole.TRADE),
            Map.entry(PanelIds.BACKTEST_LAB, SeatRole.TRADE),
            Map.entry(PanelIds.RISK_GATE, SeatRole.ADMIN),
            Map.entry(PanelIds.DATA, SeatRole.ADMIN),
            Map.entry(PanelIds.SCHEDULES, SeatRole.ADMIN),
            Map.entry(PanelIds.SOURCES, SeatRole.ADMIN),
            Map.entry(PanelIds.INSTRUMENT, SeatRole.ADMIN),
            Map.entry(PanelIds.OPTIONS, SeatRole.ADMIN),
            Map.entry(PanelIds.FORECASTS, SeatRole.ADMIN),
            Map.entry(PanelIds.REGIMES, SeatRole.ADMIN),
            Map.entry(PanelIds.OPTIMISER, SeatRole.ADMIN),
            Map.entry(PanelIds.STRATEGIES, SeatRole.ADMIN),
            Map.entry(PanelIds.ALERTS, SeatRole.ADMIN));

    private static final Set<String> READ_FILES =
            Set.of(PanelIds.DATA, PanelIds.SCHEDULES, PanelIds.OPTIONS, PanelIds.INSTRUMENT);

    private FarNotice() {}

    /** The panel's own view where its engine is here. */
    static Node around(Panel panel, EngineBridge engine, Texts texts, Toasts toasts) {
        if (engine.linkProperty().get().isEmpty()) {
            return panel.view();
        }
        Label notice = new Label();
        notice.setId("far-notice-" + panel.id());
        notice.getStyleClass().add("far-notice");
        notice.setWrapText(true);
        notice.setMinHeight(Region.USE_PREF_SIZE);
        notice.setMaxWidth(Double.MAX_VALUE);
        notice.managedProperty().bind(notice.visibleProperty());
        Runnable say = () -> {
            String words = engine.linkProperty()
                    .get()
                    .map(status -> words(panel.id(), status, texts))
                    .orElse("");
            notice.setText(words);
            notice.setVisible(!words.isEmpty());
        };
        engine.linkProperty().addListener(changed -> say.run());
        texts.figuresProperty().addListener(changed -> say.run());
        say.run();
        VBox.setVgrow(panel.view(), Priority.ALWAYS);
        VBox whole = new VBox(notice, panel.view());
        SeatButtons.watch(whole, engine, texts, toasts);
        return whole;
    }

    private static String words(String panelId, LinkStatus status, Texts texts) {
        List<String> sentences = new ArrayList<>();
        Optional.ofNullable(NEEDED.get(panelId))
                .filter(needed -> !status.role().covers(needed))
                .ifPresent(needed -> sentences.add(texts.get(
                        "link.limit.role",
                        status.server(),
                        texts.get("link.role." + status.role().name()),
                        needed.label())));
        if (READ_FILES.contains(panelId)) {
            sentences.add(texts.get("link.limit.files", status.server()));
        }
        return String.join(" ", sentences);
    }
}
