package io.sextant.app.cli;

import io.sextant.app.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command writes: as picocli was told, or to the process's own streams. */
final class Console {

    private Console() {}

    static Terminal of(@Nullable CommandSpec spec) {
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
        PrintWriter err = spec == null
                ? new PrintWriter(System.err, true, StandardCharsets.UTF_8)
                : spec.commandLine().getErr();
        boolean interactive = isTerminal(System.console());
        return new Terminal(out, err, interactive, (Map<String, ?> value) -> Json.print(out, value));
    }

    /** There is no console where the streams are redirected, whatever the JDK's manual says. */
    private static boolean isTerminal(java.io.@Nullable Console console) {
        return console != null && console.isTerminal();
    }
}
