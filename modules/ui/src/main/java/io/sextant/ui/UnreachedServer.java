package io.sextant.ui;

import io.sextant.ui.i18n.Texts;
import io.sextant.ui.link.LinkTrouble;
import io.sextant.ui.link.LinkTroubleException;
import io.sextant.ui.link.ServerBook;
import io.sextant.ui.servers.ServersController;
import io.sextant.ui.servers.ServersView;
import io.sextant.ui.shell.DeskChoice;
import io.sextant.ui.shell.StartView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Says why a server was not reached, and offers to try again, to change it, or to open something else. */
final class UnreachedServer {

    private final SextantApplication.Launch launch;
    private final Texts texts;
    private final StartView start;
    private final Consumer<DeskChoice> open;

    UnreachedServer(SextantApplication.Launch launch, Texts texts, StartView start, Consumer<DeskChoice> open) {
        this.launch = launch;
        this.texts = texts;
        this.start = start;
        this.open = open;
    }

    void show(String server, LinkTrouble trouble, List<StartView.WayOut> waysOut) {
        List<StartView.WayOut> all = new ArrayList<>(waysOut);
        // What is not kept here can only be added: trying again would say the same.
        if (trouble.kind() != LinkTrouble.Kind.NO_SUCH_SERVER) {
            all.add(new StartView.WayOut(
                    "retry", "shell.start.failed.retry", () -> open.accept(new DeskChoice.Server(server))));
        }
        launch.servers().ifPresent(book -> {
            StartView.WayOut servers = new StartView.WayOut(
                    "servers", "shell.start.failed.servers", () -> showServers(book, server, trouble, waysOut));
            all.add(trouble.kind() == LinkTrouble.Kind.NO_SUCH_SERVER ? all.size() : all.size() - 1, servers);
        });
        start.showUnreached(server, ServersController.sentence(texts, trouble), all);
    }

    /** What went wrong on the way to a server, in the reader's words. */
    static String why(Texts texts, Throwable failure) {
        LinkTrouble trouble = failure instanceof LinkTroubleException known
                ? known.trouble()
                : new LinkTrouble(LinkTrouble.Kind.BROKEN, failure.getClass().getSimpleName());
        return ServersController.sentence(texts, trouble);
    }

    private void showServers(ServerBook book, String server, LinkTrouble trouble, List<StartView.WayOut> waysOut) {
        ServersController controller =
                new ServersController(book, texts, name -> open.accept(new DeskChoice.Server(name)));
        // No desk is open, so none is marked as shown.
        ServersView view = new ServersView(
                texts, controller, launch.keys(), Optional.of(""), () -> open.accept(new DeskChoice.Simulated()));
        start.showServers(view.view(), waysOut);
        controller.refresh();
        if (trouble.kind() == LinkTrouble.Kind.NO_SUCH_SERVER) {
            view.add(server);
        }
    }
}
