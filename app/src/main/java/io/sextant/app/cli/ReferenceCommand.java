package io.sextant.app.cli;

import io.sextant.app.guide.CommandReference;
import io.sextant.app.guide.RefusalReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the pages of the guide that are made from the code; for those who change it. */
@Command(
        name = "reference",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Writes the reference of the command line and of refusals into the guide.")
final class ReferenceCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "docs/guide",
            description = "Where the pages lie (${DEFAULT-VALUE}).")
    Path out = Path.of("docs/guide");

    @Override
    public Integer call() throws IOException {
        CommandSpec own = Objects.requireNonNull(spec);
        if (!Files.isDirectory(out)) {
            throw new RefusedByRule(out + " is not a folder; --out says where the guide lies");
        }
        Files.writeString(out.resolve("reference.md"), CommandReference.page(own.root()), StandardCharsets.UTF_8);
        Files.writeString(out.resolve("refusals.md"), RefusalReference.page(), StandardCharsets.UTF_8);
        Console.of(spec).out().println("Written: reference.md and refusals.md in " + out + ".");
        return ExitCode.OK;
    }
}
