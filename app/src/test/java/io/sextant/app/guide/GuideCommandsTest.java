package io.sextant.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.cli.SextantCommand;
import io.sextant.app.guide.GuidePage.Code;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the pages tell people to type is understood, and everything that can be typed is told. */
class GuideCommandsTest {

    private static final CommandLine LINE =
            new CommandLine(new SextantCommand()).setCaseInsensitiveEnumValuesAllowed(true);

    private static List<GuidePage> pages = List.of();

    @BeforeAll
    static void read() throws IOException {
        pages = GuidePage.all().stream().filter(page -> !page.isGenerated()).toList();
    }

    @Test
    void everyCommandLineInABlockIsUnderstood() {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (GuidePage page : pages) {
            for (Code block : page.blocks()) {
                for (String shown : block.lines()) {
                    Optional<TypedLine> typed = TypedLine.find(shown);
                    if (typed.isEmpty()) {
                        continue;
                    }
                    tried++;
                    try {
                        LINE.parseArgs(typed.orElseThrow().words().toArray(String[]::new));
                    } catch (ParameterException notUnderstood) {
                        wrong.add(page.name() + ": " + shown.strip() + ": " + notUnderstood.getMessage());
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(150);
    }

    @Test
    void everyCommandInTheMiddleOfASentenceIsOneWithItsOptions() {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (GuidePage page : pages) {
            for (String span : page.inline()) {
                Optional<TypedLine> typed = TypedLine.find(span.replaceFirst("^sextant(?= )", "./sextant"));
                if (typed.isPresent()) {
                    tried++;
                    unknown(typed.orElseThrow().words())
                            .ifPresent(word -> wrong.add(page.name() + ": " + span + ": " + word));
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(50);
    }

    /** The first word that is no command and no option of it; such a fragment need not be complete. */
    private static Optional<String> unknown(List<String> words) {
        CommandSpec command = LINE.getCommandSpec();
        boolean named = false;
        for (String word : words) {
            CommandLine below = command.subcommands().get(word);
            if (word.startsWith("--")) {
                if (command.findOption(word.replaceFirst("=.*", "")) == null) {
                    return Optional.of(word);
                }
            } else if (below != null) {
                command = below.getCommandSpec();
                named = true;
            } else if (!named && !word.startsWith("/")) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    @Test
    void everyCommandIsToldInTheGuide() {
        Set<String> told = new TreeSet<>();
        for (GuidePage page : pages) {
            if (page.name().startsWith("docs/guide/") && !page.name().startsWith("docs/guide/fr/")) {
                page.blocks().stream()
                        .flatMap(block -> block.lines().stream())
                        .forEach(line -> TypedLine.find(line).ifPresent(typed -> told.addAll(commands(typed))));
                page.inline()
                        .forEach(span -> TypedLine.find(span.replaceFirst("^sextant(?= )", "./sextant"))
                                .ifPresent(typed -> told.addAll(commands(typed))));
            }
        }

        assertThat(CommandReference.all(LINE.getCommandSpec()).stream()
                        .map(CommandReference::words)
                        .filter(words -> !told.contains(words)))
                .as("commands that docs/guide does not tell of")
                .isEmpty();
    }

    /** The command that is typed, and those that it is a part of. */
    private static List<String> commands(TypedLine typed) {
        List<String> found = new ArrayList<>();
        CommandSpec command = LINE.getCommandSpec();
        for (String word : typed.words()) {
            CommandLine below = command.subcommands().get(word);
            if (below != null) {
                command = below.getCommandSpec();
                found.add(CommandReference.words(command));
            }
        }
        return found;
    }
}
