package io.sextant.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What options are worth, and what a chain of them says. */
@Command(
        name = "options",
        mixinStandardHelpOptions = true,
        description = "Prices and Greeks of an option; what a chain says.",
        subcommands = {OptionGreeksCommand.class, OptionChainCommand.class})
final class OptionsCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec known = spec;
        if (known == null) {
            throw new IllegalStateException("the command was not started by picocli");
        }
        throw new ParameterException(known.commandLine(), "Say what to do: options greeks or options chain");
    }
}
