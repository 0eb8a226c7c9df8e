package io.sextant.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.cli.SextantCommand;
import io.sextant.domain.order.RefusalCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The pages that the program writes into its guide are those that lie there. */
class GeneratedPagesTest {

    private static final Path GUIDE = Path.of("").toAbsolutePath().getParent().resolve("docs/guide");
    private static final CommandSpec ROOT = new CommandLine(new SextantCommand()).getCommandSpec();

    @TempDir
    private Path folder;

    @Test
    void theReferenceOfTheCommandLineIsWhatThisProgramWouldWrite() throws IOException {
        assertThat(Files.readString(GUIDE.resolve("reference.md")))
                .as("docs/guide/reference.md is not what the program says of itself; ./sextant reference renews it")
                .isEqualTo(CommandReference.page(ROOT));
    }

    @Test
    void theTableOfRefusalsIsWhatThisProgramWouldWrite() throws IOException {
        assertThat(Files.readString(GUIDE.resolve("refusals.md")))
                .as("docs/guide/refusals.md is not what the program says of itself; ./sextant reference renews it")
                .isEqualTo(RefusalReference.page());
    }

    @Test
    void bothAreWrittenWhereTheGuideLies() {
        assertThat(SextantCommand.execute(
                        new String[] {"reference", "--out", folder.toString()}, System.out, System.err))
                .isZero();

        assertThat(folder.resolve("reference.md")).hasContent(CommandReference.page(ROOT));
        assertThat(folder.resolve("refusals.md")).hasContent(RefusalReference.page());
    }

    @Test
    void everyCommandHasItsHeadingAndEveryOptionItsLine() {
        String page = CommandReference.page(ROOT);

        for (CommandSpec command : CommandReference.all(ROOT)) {
            String words = CommandReference.words(command);
            assertThat(page).containsPattern("(?m)^#{2,4} " + words + "$");
            String part = page.substring(page.indexOf("# " + words + "\n"));
            for (OptionSpec option : command.options()) {
                if (!option.hidden() && !option.usageHelp() && !option.versionHelp() && !option.inherited()) {
                    assertThat(part.substring(0, part.indexOf("\n#") < 0 ? part.length() : part.indexOf("\n#")))
                            .as(words)
                            .contains(option.longestName().replaceFirst("^--(no-)?", ""));
                }
            }
        }
    }

    @Test
    void everyRefusalIsToldByItsNumber() {
        for (RefusalCode code : RefusalCode.values()) {
            assertThat(RefusalReference.page()).containsOnlyOnce("| " + code.number() + " | ");
        }
    }
}
