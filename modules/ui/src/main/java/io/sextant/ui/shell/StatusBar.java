package io.sextant.ui.shell;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineHealth;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.link.LinkStatus;
import io.sextant.ui.shell.EngineWatch.Condition;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The line at the bottom: mode, engine, feed, latency, events, journal, the market's clock, and the kill switch. */
final class StatusBar {

    private static final List<String> LEVELS = List.of("level-good", "level-warn", "level-bad");
    private static final int ICON_SIZE = 14;

    private final Texts texts;
    private final EngineWatch watch;
    private final ObservableValue<Optional<LinkStatus>> link;
    private final HBox bar = new HBox();
    private final Item engine;
    private final Item feed;
    private final Item latency;
    private final Item events;
    private final Item journal;
    private final Label clock = new Label();
    private final Tooltip clockHint = new Tooltip();

    StatusBar(Texts texts, EngineWatch watch, ObservableValue<Optional<LinkStatus>> link, KillSwitch killSwitch) {
        this.texts = texts;
        this.watch = watch;
        this.link = link;
        engine = new Item("engine", true);
        feed = new Item("feed", true);
        latency = new Item("latency", false);
        events = new Item("events", false);
        journal = new Item("journal", false);
        clock.setId("status-clock");
        clock.getStyleClass().add("status-clock");
        clock.setMinWidth(Region.USE_PREF_SIZE);
        clock.setTooltip(clockHint);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar.getStyleClass().add("status-bar-line");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getChildren()
                .setAll(
                        new ModeBadge(texts, watch.deskProperty()).view(),
                        engine.view,
                        feed.view,
                        latency.view,
                        events.view,
                        journal.view,
                        gap,
                        clock,
                        killButton(killSwitch));
        watch.deskProperty().addListener(changed -> render());
        watch.conditionProperty().addListener(changed -> render());
        link.addListener(changed -> render());
        texts.figuresProperty().addListener(changed -> render());
        render();
    }

    Node view() {
        return bar;
    }

    private Node killButton(KillSwitch killSwitch) {
        Button engage = new Button();
        engage.setId("kill-engage");
        engage.textProperty().bind(texts.bind("shell.kill.button"));
        engage.setGraphic(FontIcon.of(MaterialDesignH.HAND_BACK_RIGHT_OUTLINE, ICON_SIZE));
        engage.getStyleClass().add("kill-button");
        engage.setFocusTraversable(false);
        engage.setOnAction(done -> killSwitch.engage());
        Tooltip hint = new Tooltip();
        hint.textProperty()
                .bind(texts.bind(
                        "shell.kill.button.hint", KeyCaps.bind(KeyCombination.valueOf(KillSwitch.ENGAGE_KEYS), texts)));
        engage.setTooltip(hint);
        Button release = new Button();
        release.setId("kill-release");
        release.textProperty().bind(texts.bind("shell.kill.release.button"));
        release.setGraphic(FontIcon.of(MaterialDesignL.LOCK_OPEN_OUTLINE, ICON_SIZE));
        release.getStyleClass().add("kill-button");
        release.setFocusTraversable(false);
        release.setOnAction(done -> killSwitch.askToRelease());
        engage.visibleProperty().bind(killSwitch.engagedProperty().not());
        release.visibleProperty().bind(killSwitch.engagedProperty());
        HBox either = new HBox(engage, release);
        either.getChildren().forEach(button -> button.managedProperty().bind(button.visibleProperty()));
        either.setMinWidth(Region.USE_PREF_SIZE);
        return either;
    }

    private void render() {
        Figures figures = texts.figures();
        DeskState desk = watch.desk();
        EngineHealth health = desk.health();
        showAge(link.getValue().filter(status -> !status.isUp()).isPresent());
        link.getValue()
                .filter(status -> !status.isUp())
                .ifPresentOrElse(
                        silent -> engine.show(
                                new LinkWords(texts).trouble(silent),
                                EngineSign.levelOf(silent.state()),
                                new LinkWords(texts).why(silent)),
                        () -> showEngine(health));
        String source = desk.mode() == TradingMode.SIMULATED ? texts.get("shell.status.feed.simulated") : health.feed();
        feed.show(source + ", " + texts.word(health.feedStatus()), levelOf(health.feedStatus()), "");
        latency.show(
                texts.get(
                        "shell.status.latency.figures",
                        figures.duration(health.handlingNanosMedian()),
                        figures.duration(health.handlingNanosWorst())),
                "",
                texts.get("shell.status.latency.hint"));
        events.show(
                texts.get("shell.status.events.figures", figures.compact(health.eventsPerSecond())),
                "",
                texts.get("shell.status.events.hint", figures.count(health.eventsHandled())));
        long behind = health.journalPosition() - health.journalDurablePosition();
        journal.show(
                behind <= 0
                        ? texts.get("shell.status.journal.safe")
                        : texts.get("shell.status.journal.behind", figures.count(behind)),
                "",
                texts.get(
                        "shell.status.journal.hint",
                        figures.count(health.journalPosition()),
                        figures.count(health.journalDurablePosition())));
        renderClock(figures, desk);
    }

    /** What cannot be known now is dimmed like the panels. */
    private void showAge(boolean old) {
        for (Node told : List.of(feed.view, latency.view, events.view, journal.view, clock)) {
            told.getStyleClass().remove(OldLook.STYLE);
            if (old) {
                told.getStyleClass().add(OldLook.STYLE);
            }
        }
    }

    private void showEngine(EngineHealth health) {
        Condition condition = watch.conditionProperty().get();
        engine.show(
                switch (condition) {
                    case RUNNING -> texts.get("shell.status.engine.running");
                    case FAILED -> texts.get("shell.status.engine.failed");
                    case SILENT -> texts.get("shell.status.engine.silent");
                },
                condition == Condition.RUNNING ? "level-good" : "level-bad",
                health.failure());
    }

    private void renderClock(Figures figures, DeskState desk) {
        long now = desk.marketNanos();
        String pace = desk.paused()
                ? texts.get("shell.pace.paused")
                : desk.timesRealTime() == 1 ? "" : MarketPace.name(texts, desk.timesRealTime());
        clock.setText(figures.date(now) + "  " + figures.time(now) + " " + figures.zoneName(now)
                + (pace.isEmpty() ? "" : "  · " + pace));
        clockHint.setText(texts.get("shell.status.clock.hint", figures.zone().getId()));
    }

    private static String levelOf(FeedStatus status) {
        return switch (status) {
            case CONNECTED -> "level-good";
            case POLLING, STALE, ENDED -> "level-warn";
            case DISCONNECTED -> "level-bad";
        };
    }

    /** A small heading and what stands now, with a coloured dot where it can be good or bad. */
    private final class Item {

        private final Label value = new Label();
        private final Region dot = new Region();
        private final HBox view = new HBox();
        private final Tooltip hint = new Tooltip();

        Item(String name, boolean hasLevel) {
            Label heading = new Label();
            heading.textProperty().bind(texts.bind("shell.status." + name));
            heading.getStyleClass().add("status-heading");
            heading.setMinWidth(Region.USE_PREF_SIZE);
            value.setId("status-" + name);
            value.getStyleClass().add("status-value");
            value.setMinWidth(Region.USE_PREF_SIZE);
            dot.getStyleClass().add("status-dot");
            view.getStyleClass().add("status-item");
            view.setAlignment(Pos.CENTER_LEFT);
            view.getChildren().add(heading);
            if (hasLevel) {
                view.getChildren().add(dot);
            }
            view.getChildren().add(value);
        }

        void show(String text, String level, String hintText) {
            value.setText(text);
            dot.getStyleClass().removeAll(LEVELS);
            if (!level.isEmpty()) {
                dot.getStyleClass().add(level);
            }
            hint.setText(hintText);
            if (hintText.isEmpty()) {
                Tooltip.uninstall(view, hint);
            } else {
                Tooltip.install(view, hint);
            }
        }
    }
}
