package io.sextant.ui.shell;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.request.DeskState;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.link.LinkStatus;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The bars across the top: the kill switch, and an engine or a feed that is not well. What happened, what is safe, what to do. */
final class Banners {

    private static final int ICON_SIZE = 20;

    private record Notice(String style, String title, String text) {}

    private final Texts texts;
    private final EngineWatch watch;
    private final ObservableValue<Optional<LinkStatus>> link;
    private final VBox column = new VBox();
    private final Bar kill = new Bar("kill-banner", MaterialDesignA.ALERT_OCTAGON);
    private final Bar trouble = new Bar("trouble-banner", MaterialDesignL.LIFEBUOY);

    Banners(Texts texts, EngineWatch watch, ObservableValue<Optional<LinkStatus>> link, KillSwitch killSwitch) {
        this.texts = texts;
        this.watch = watch;
        this.link = link;
        Button release = new Button();
        release.setId("banner-release");
        release.textProperty().bind(texts.bind("shell.kill.release.button"));
        release.setOnAction(done -> killSwitch.askToRelease());
        release.setMinWidth(Region.USE_PREF_SIZE);
        kill.row.getChildren().add(release);
        column.getChildren().setAll(kill.row, trouble.row);
        watch.deskProperty().addListener(changed -> render());
        watch.conditionProperty().addListener(changed -> render());
        link.addListener(changed -> render());
        texts.figuresProperty().addListener(changed -> render());
        render();
    }

    Node view() {
        return column;
    }

    private void render() {
        DeskState desk = watch.desk();
        kill.show(
                desk.killSwitchEngaged()
                        ? Optional.of(new Notice(
                                "banner-kill",
                                texts.get("shell.kill.banner.title"),
                                texts.get("shell.kill.banner.text", desk.killSwitchReason())))
                        : Optional.empty());
        trouble.show(link.getValue().flatMap(this::linkTrouble).or(() -> trouble(desk)));
    }

    /** Of an engine that cannot be heard nothing else is known. */
    private Optional<Notice> linkTrouble(LinkStatus status) {
        String age = new LinkWords(texts).age(status);
        return switch (status.state()) {
            case UP -> Optional.empty();
            case STALE ->
                Optional.of(new Notice(
                        "banner-warn",
                        texts.get("link.stale.title", status.server()),
                        texts.get("link.stale.text", age)));
            case DOWN ->
                Optional.of(new Notice(
                        "banner-bad",
                        texts.get("link.down.title", status.server()),
                        texts.get("link.down.text", age, new LinkWords(texts).why(status))));
        };
    }

    private Optional<Notice> trouble(DeskState desk) {
        return switch (watch.conditionProperty().get()) {
            case FAILED ->
                Optional.of(new Notice(
                        "banner-bad",
                        texts.get("shell.banner.failed.title"),
                        texts.get("shell.banner.failed.text", desk.health().failure())));
            case SILENT ->
                Optional.of(new Notice(
                        "banner-bad", texts.get("shell.banner.silent.title"), texts.get("shell.banner.silent.text")));
            case RUNNING -> feedTrouble(desk);
        };
    }

    private Optional<Notice> feedTrouble(DeskState desk) {
        FeedStatus status = desk.health().feedStatus();
        return switch (status) {
            case CONNECTED, POLLING -> Optional.empty();
            case STALE, ENDED, DISCONNECTED -> {
                String key = "shell.banner.feed." + status.name();
                yield Optional.of(new Notice(
                        "banner-warn",
                        texts.get(key + ".title"),
                        texts.get(key + ".text", desk.health().feed())));
            }
        };
    }

    /** One bar; takes no room while it has nothing to say. */
    private static final class Bar {

        private final Label title = new Label();
        private final Label text = new Label();
        private final HBox row = new HBox();
        private Optional<Notice> shown = Optional.empty();

        Bar(String id, Ikon icon) {
            title.getStyleClass().add("banner-title");
            title.setMinWidth(Region.USE_PREF_SIZE);
            text.setWrapText(true);
            text.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(text, Priority.ALWAYS);
            row.setId(id);
            row.getStyleClass().add("banner");
            row.setAlignment(Pos.CENTER_LEFT);
            row.getChildren().setAll(FontIcon.of(icon, ICON_SIZE), title, text);
            row.setVisible(false);
            row.managedProperty().bind(row.visibleProperty());
        }

        void show(Optional<Notice> notice) {
            if (notice.equals(shown)) {
                return;
            }
            shown.ifPresent(before -> row.getStyleClass().remove(before.style));
            shown = notice;
            row.setVisible(notice.isPresent());
            notice.ifPresent(now -> {
                row.getStyleClass().add(now.style);
                title.setText(now.title);
                text.setText(now.text);
            });
        }
    }
}
