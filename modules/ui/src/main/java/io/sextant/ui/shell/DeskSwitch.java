package io.sextant.ui.shell;

import io.sextant.domain.market.TradingMode;
import io.sextant.ui.i18n.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** Leaves this desk for another: the simulated market, a recording, or a live venue on paper or with an account there. */
final class DeskSwitch {

    private final Texts texts;
    private final Function<String, Optional<Path>> askForFile;
    private final Overlay overlay;
    private final DeskMenu desks;
    private final Optional<String> far;

    /** {@code far} is the server whose engine is left; empty where it is of this machine. */
    DeskSwitch(Texts texts, Stage stage, Overlay overlay, DeskMenu desks, Optional<String> far) {
        this(texts, title -> askOn(stage, title), overlay, desks, far);
    }

    DeskSwitch(
            Texts texts,
            Function<String, Optional<Path>> askForFile,
            Overlay overlay,
            DeskMenu desks,
            Optional<String> far) {
        this.texts = texts;
        this.askForFile = askForFile;
        this.overlay = overlay;
        this.desks = desks;
        this.far = far;
    }

    boolean hasVenues() {
        return !desks.venues().isEmpty();
    }

    void askForVenue() {
        new VenueCard(texts, overlay, desks).show();
    }

    boolean hasKeys() {
        return desks.keys().isPresent();
    }

    void showKeys() {
        desks.keys().ifPresent(keys -> new KeysCard(texts, overlay, keys, desks.venues()).show());
    }

    boolean hasProfiles() {
        return desks.profiles().isPresent();
    }

    void askForProfile() {
        desks.profiles().ifPresent(profiles -> new ProfilesCard(texts, overlay, profiles).show());
    }

    boolean hasServers() {
        return desks.servers().isPresent();
    }

    void showServers() {
        desks.servers().ifPresent(book -> new ServersCard(texts, overlay, book, desks.keys(), desks.open()).show(far));
    }

    void openSimulated() {
        desks.open().accept(new DeskChoice.Simulated());
    }

    void askForRecording() {
        askForFile
                .apply(texts.get("shell.desk.recording.title"))
                .ifPresent(file -> desks.open().accept(new DeskChoice.Recording(file)));
    }

    /** The modes there are to choose from, with {@code current} marked, below {@code badge}. */
    void showMenu(Node badge, TradingMode current) {
        RadioMenuItem simulated = new RadioMenuItem(texts.get("shell.desk.simulated"));
        simulated.setId("desk-simulated");
        boolean isHere = current == TradingMode.SIMULATED && far.isEmpty();
        simulated.setSelected(isHere);
        simulated.setOnAction(chosen -> {
            if (!isHere) {
                openSimulated();
            }
        });
        MenuItem recording = new MenuItem(texts.get("shell.desk.recording"));
        recording.setId("desk-recording");
        recording.setOnAction(chosen -> askForRecording());
        MenuItem venue = new MenuItem(texts.get("shell.desk.venue"));
        venue.setId("desk-venue");
        venue.setVisible(hasVenues());
        venue.setOnAction(chosen -> askForVenue());
        MenuItem servers = new MenuItem(texts.get("shell.desk.servers"));
        servers.setId("desk-servers");
        servers.setVisible(hasServers());
        servers.setOnAction(chosen -> showServers());
        MenuItem keys = new MenuItem(texts.get("keys.title"));
        keys.setId("desk-keys");
        keys.setVisible(hasKeys());
        keys.setOnAction(chosen -> showKeys());
        MenuItem profile = new MenuItem(texts.get("shell.action.profile"));
        profile.setId("desk-profile");
        profile.setVisible(hasProfiles());
        profile.setOnAction(chosen -> askForProfile());
        new ContextMenu(simulated, recording, venue, servers, keys, profile).show(badge, Side.BOTTOM, 0, 0);
    }

    private static Optional<Path> askOn(Stage stage, String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
    }
}
