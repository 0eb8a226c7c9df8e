package io.sextant.app.cli;

import io.sextant.app.desktop.Desktop;
import io.sextant.app.link.ServerFiles;
import io.sextant.app.session.DataFolder;
import io.sextant.marketdata.file.FileProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows files in the window: in one that is open, or in a new one. Desktops call it for a double click. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description =
                "Shows workspaces (.sextant), and offers files of prices for import, in the window that is open, or opens one.")
final class OpenCommand extends SextantCommand.Part {

    private static final String WORKSPACE = ".sextant";

    /** What a desktop hands over without a word before it. */
    private static final List<String> ENDINGS = List.of(WORKSPACE, ".csv");

    private static final Set<String> WITH_A_WORD = Set.of("--data", "--profile", "--connect");

    @Spec
    @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.")
    List<Path> files = new ArrayList<>();

    @Override
    public Integer call() {
        List<Path> found = files.stream().map(Path::toAbsolutePath).toList();
        for (Path file : found) {
            if (!Files.isReadable(file)) {
                throw new FileProblem(file + " is not there, or cannot be read");
            }
        }
        Path chosen = dataFolder();
        Path data = chosen == null ? DataFolder.usual() : chosen;
        Optional<String> server = Optional.ofNullable(parent)
                .map(root -> root.connect.server)
                .map(asked -> ConnectOptions.find(asked, ServerFiles.keptIn(data)));
        if (server.isPresent()) {
            requireWorkspaces(found);
        }
        if (Desktop.show(data, server, found)) {
            Console.of(spec)
                    .out()
                    .println("Shown in the window that is open"
                            + server.map(name -> " on the engine of " + name).orElse("") + ".");
            return ExitCode.OK;
        }
        if (!Desktop.isAvailable()) {
            throw new RefusedByRule(
                    "No window is open, and there is no display for one; files of prices are read by sextant import");
        }
        return new RunCommand(parent, found).call();
    }

    /** An engine on a server imports what lies there, so prices of this machine could only be refused once its window stands. */
    private static void requireWorkspaces(List<Path> files) {
        for (Path file : files) {
            if (!isOf(WORKSPACE, file.toString())) {
                throw new RefusedByRule(
                        ConnectOptions.NAME + " shows the engine of a server, which reads files of its own machine:"
                                + " bring " + file.getFileName() + " there; nothing was shown");
            }
        }
    }

    /** The words of a command line, with open before files that stand where a command would. */
    static String[] withWord(String[] arguments) {
        int at = 0;
        while (at < arguments.length && arguments[at].startsWith("-")) {
            boolean takesAWord = WITH_A_WORD.contains(arguments[at]);
            at += takesAWord ? 2 : 1;
        }
        if (at >= arguments.length || !isFile(arguments[at])) {
            return arguments;
        }
        List<String> words = new ArrayList<>(Arrays.asList(arguments));
        words.add(at, "open");
        return words.toArray(String[]::new);
    }

    private static boolean isFile(String argument) {
        return ENDINGS.stream().anyMatch(ending -> isOf(ending, argument));
    }

    private static boolean isOf(String ending, String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
