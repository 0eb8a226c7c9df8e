package io.sextant.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Models fitted to a column of a file. */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        description = "Fits a model to a column of a file.",
        subcommands = {FitArimaCommand.class, FitGarchCommand.class, FitHmmCommand.class, FitHamiltonCommand.class})
final class FitCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec known = spec;
        if (known == null) {
            throw new IllegalStateException("the command was not started by picocli");
        }
        throw new ParameterException(
                known.commandLine(), "Say what to fit: fit arima, fit garch, fit hamilton or fit hmm");
    }
}
