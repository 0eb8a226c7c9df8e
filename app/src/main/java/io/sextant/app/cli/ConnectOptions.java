package io.sextant.app.cli;

import io.sextant.ui.link.SavedServer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** On the engine of which server the window opens. */
final class ConnectOptions {

    static final String NAME = "--connect";

    /** The commands that open the window; every other one is about this machine's desk. */
    static final Set<String> OPENING = Set.of("run", "open");

    /** What says nothing of a desk of this machine. */
    private static final Set<String> BESIDE = Set.of(
            NAME, "--data", "--profile", SextantCommand.PORTABLE, "--headless", "--json", "--for", "--exit-when-ready");

    @Option(
            names = NAME,
            paramLabel = "SERVER",
            description =
                    "Open the window on the engine of a server: one that is kept on this machine, by its name or as"
                            + " HOST:PORT; for another place the form opens to keep it.")
    @Nullable String server;

    /** Refuses what else was said to the command that opens the window, if it is about a desk of this machine. */
    static void requireNothingOfThisMachine(CommandSpec command) {
        for (OptionSpec said : command.commandLine().getParseResult().matchedOptions()) {
            if (!BESIDE.contains(said.longestName())) {
                throw new RefusedByRule(NAME + " shows the engine of a server, and " + said.longestName()
                        + " is about a desk of this machine; nothing was done");
            }
        }
    }

    /** The name of a server that is kept, or host and port of one that is not yet. */
    static String find(String asked, List<SavedServer> kept) {
        Optional<SavedServer> named =
                kept.stream().filter(one -> one.name().equals(asked)).findFirst();
        if (named.isPresent()) {
            return named.get().name();
        }
        int colon = asked.lastIndexOf(':');
        String host = colon < 0 ? asked : asked.substring(0, colon);
        int port = colon < 0 ? SavedServer.USUAL_PORT : number(asked.substring(colon + 1));
        List<String> there = kept.stream()
                .filter(one -> one.port() == port && one.host().equalsIgnoreCase(host))
                .map(SavedServer::name)
                .toList();
        if (there.size() > 1) {
            throw new RefusedByRule("There is more than one server at " + asked + ": say which by its name, "
                    + String.join(" or ", there));
        }
        if (there.size() == 1) {
            return there.getFirst();
        }
        if (colon >= 0 && SavedServer.isHost(host) && SavedServer.isPort(port)) {
            return asked;
        }
        throw new RefusedByRule(
                "No server is kept here as " + asked + ". " + known(kept)
                        + " Say HOST:PORT to be asked for the rest, or add it in the window's dialog of engines (Ctrl+Shift+E)");
    }

    private static String known(List<SavedServer> kept) {
        return kept.isEmpty()
                ? "None is kept yet."
                : kept.stream()
                        .map(one -> one.name() + " (" + one.host() + ":" + one.port() + ")")
                        .collect(Collectors.joining(", ", "There are ", "."));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
