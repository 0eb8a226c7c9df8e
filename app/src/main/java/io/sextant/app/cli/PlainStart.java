package io.sextant.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A command line that only opens the desk, as a menu or a double click on the icon writes it. It is understood without describing all commands first,
 * which is a fifth of the way to a window.
 */
record PlainStart(@Nullable Path data, @Nullable String profile, boolean portable, boolean exitWhenReady) {

    /** Empty for every other command line, and for one that is not understood. */
    static Optional<PlainStart> of(String... arguments) {
        try {
            return read(arguments);
        } catch (InvalidPathException nowhere) {
            // The commands say in a sentence what is wrong with it.
            return Optional.empty();
        }
    }

    private static Optional<PlainStart> read(String... arguments) {
        Path data = null;
        String profile = null;
        boolean portable = false;
        int at = 0;
        while (at < arguments.length) {
            boolean hasWord = at + 1 < arguments.length && !arguments[at + 1].startsWith("-");
            if (arguments[at].equals(SextantCommand.PORTABLE) && !portable) {
                portable = true;
                at++;
            } else if (arguments[at].equals("--data") && hasWord && data == null) {
                data = Path.of(arguments[at + 1]);
                at += 2;
            } else if (arguments[at].equals("--profile") && hasWord && profile == null) {
                profile = arguments[at + 1];
                at += 2;
            } else {
                break;
            }
        }
        boolean ends = at == arguments.length;
        boolean trains = at + 2 == arguments.length
                && arguments[at].equals("run")
                && arguments[at + 1].equals("--exit-when-ready");
        return ends || trains ? Optional.of(new PlainStart(data, profile, portable, trains)) : Optional.empty();
    }

    RunCommand command() {
        SextantCommand root = new SextantCommand();
        root.dataFolder = data;
        root.profile = profile;
        root.portable = portable;
        RunCommand run = new RunCommand(root);
        run.exitWhenReady = exitWhenReady;
        return run;
    }
}
