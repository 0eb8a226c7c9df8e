package io.sextant.ui;

import io.sextant.ui.i18n.Texts;
import io.sextant.ui.servers.ServersController;
import io.sextant.ui.servers.ServersView;
import io.sextant.ui.shell.DeskChoice;
import io.sextant.ui.shell.StartView;
import io.sextant.ui.theme.Themes;
import io.sextant.ui.welcome.Beginning;
import io.sextant.ui.welcome.ReaderNotes;
import io.sextant.ui.welcome.WelcomeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * Somebody who was never here: the card, the dialog of servers for who wants one, and the card again, with the reason, where no line was opened.
 */
final class Newcomer {

    private static final double WIDTH = 960;
    private static final double HEIGHT = 720;

    /** Opens the first desk of somebody who said how he likes it. */
    interface Opening {
        void open(ReaderNotes notes, Beginning beginning, DeskChoice choice);
    }

    private final SextantApplication.Launch launch;
    private final Stage stage;
    private final Opening opening;
    private final Texts texts;
    private final WelcomeView card;
    private final StackPane root = new StackPane();
    private final Scene scene;

    Newcomer(SextantApplication.Launch launch, Stage stage, Opening opening) {
        this.launch = launch;
        this.stage = stage;
        this.opening = opening;
        texts = new Texts(launch.language(), launch.zone());
        Themes themes = new Themes(Themes.systemShade());
        card = new WelcomeView(texts, themes, offered(launch), this::begun);
        scene = new Scene(root, WIDTH, HEIGHT);
        themes.apply(scene);
    }

    private static List<Beginning> offered(SextantApplication.Launch launch) {
        List<Beginning> offered = new ArrayList<>(List.of(Beginning.SIMULATED, Beginning.IMPORT));
        if (!launch.venues().isEmpty()) {
            offered.add(Beginning.VENUE);
        }
        if (launch.servers().isPresent()) {
            offered.add(Beginning.CONNECT);
        }
        return offered;
    }

    void show() {
        root.getChildren().setAll(card.view());
        stage.setScene(scene);
        stage.show();
        card.focusFirst();
    }

    /** The card again, as it was filled in. */
    void unreached(String server, String why) {
        card.tell(texts.get("welcome.unreached", server, why));
        show();
    }

    /** Back to the card from wherever the way to a server led. */
    StartView.WayOut back() {
        return new StartView.WayOut(StartView.WayOut.BACK, "shell.start.back", this::show);
    }

    private void begun(ReaderNotes notes, Beginning beginning) {
        card.tell("");
        if (beginning == Beginning.CONNECT) {
            chooseServer(notes);
        } else {
            opening.open(notes, beginning, launch.first());
        }
    }

    private void chooseServer(ReaderNotes notes) {
        ServersController controller = new ServersController(
                launch.servers().orElseThrow(),
                texts,
                name -> opening.open(notes, Beginning.CONNECT, new DeskChoice.Server(name)));
        // No desk is open, so none is marked as shown.
        ServersView servers = new ServersView(
                texts,
                controller,
                launch.keys(),
                Optional.of(""),
                () -> opening.open(notes, Beginning.SIMULATED, launch.first()));
        StartView start = new StartView(texts);
        start.showServers(servers.view(), List.of(back()));
        root.getChildren().setAll(start.view());
        servers.first().requestFocus();
        controller.refresh(servers::addWhereNoneIsKept);
    }
}
