package io.sextant.app.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The page of the guide with every command, its words and its options, as picocli knows them. */
public final class CommandReference {

    private static final int DEEPEST_HEADING = 4;

    private final CommandSpec root;
    private final StringBuilder page = new StringBuilder();

    private CommandReference(CommandSpec root) {
        this.root = root;
    }

    /** The whole page of a command line, from its root. */
    public static String page(CommandSpec root) {
        CommandReference reference = new CommandReference(root);
        reference.opening();
        for (CommandSpec command : below(root)) {
            reference.command(command, 2);
        }
        return reference.page.toString();
    }

    /** Every command that is shown to people, those below another right after it. */
    static List<CommandSpec> all(CommandSpec root) {
        List<CommandSpec> found = new ArrayList<>();
        for (CommandSpec command : below(root)) {
            found.add(command);
            found.addAll(all(command));
        }
        return found;
    }

    /** What is typed after sextant. */
    static String words(CommandSpec command) {
        String all = command.qualifiedName(" ");
        return all.substring(all.indexOf(' ') + 1);
    }

    private static List<CommandSpec> below(CommandSpec parent) {
        return parent.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .distinct()
                .toList();
    }

    private void opening() {
        page.append("# Reference of the command line\n\n")
                .append(
                        "Every command with its options, written by the program itself. [The command line](command-line.md) tells")
                .append(" with examples what they are good for; `--help` says the same at the terminal.\n\n");
        for (CommandSpec command : below(root)) {
            page.append("- ").append(link(command)).append(": ").append(firstSentence(command));
            List<CommandSpec> parts = all(command);
            if (!parts.isEmpty()) {
                page.append(
                        parts.stream().map(CommandReference::link).collect(Collectors.joining(", ", " With ", ".")));
            }
            page.append('\n');
        }
        page.append("\n## Options of every command\n\n");
        options(root.options().stream().filter(CommandReference::isEverywhere).toList());
        page.append("\n## Exit codes\n\n")
                .append(Markdown.words(String.join(" ", root.usageMessage().footer())))
                .append('\n');
    }

    private static String link(CommandSpec command) {
        return '[' + words(command) + "](#" + Markdown.anchor(words(command)) + ')';
    }

    private static boolean isEverywhere(OptionSpec option) {
        return option.usageHelp() || option.versionHelp() || option.scopeType() == CommandLine.ScopeType.INHERIT;
    }

    private void command(CommandSpec command, int depth) {
        page.append('\n')
                .append("#".repeat(Math.min(depth, DEEPEST_HEADING)))
                .append(' ')
                .append(words(command))
                .append("\n\n")
                .append("    ")
                .append(synopsis(command))
                .append("\n\n");
        for (String paragraph : command.usageMessage().description()) {
            page.append(Markdown.words(formatted(paragraph))).append('\n');
        }
        for (String line : command.usageMessage().footer()) {
            page.append(Markdown.words(formatted(line))).append('\n');
        }
        if (command.aliases().length > 0) {
            page.append("\nAlso called ")
                    .append(Arrays.stream(command.aliases())
                            .map(alias -> '`' + alias + '`')
                            .collect(Collectors.joining(", ")))
                    .append(".\n");
        }
        List<ArgSpec> own = new ArrayList<>(shown(command.positionalParameters()));
        own.addAll(shown(command.options()).stream()
                .filter(option -> !isEverywhere(option))
                .toList());
        if (!own.isEmpty()) {
            page.append('\n');
            options(own);
        }
        below(command).forEach(part -> command(part, depth + 1));
    }

    private static <A extends ArgSpec> List<A> shown(List<A> arguments) {
        return arguments.stream().filter(argument -> !argument.hidden()).toList();
    }

    private static String synopsis(CommandSpec command) {
        List<String> words = new ArrayList<>(List.of("./sextant", words(command)));
        List<OptionSpec> own = shown(command.options()).stream()
                .filter(option -> !isEverywhere(option))
                .toList();
        own.stream()
                .filter(option -> option.required() && option.group() == null)
                .map(CommandReference::typed)
                .forEach(words::add);
        if (own.stream().anyMatch(option -> !option.required())) {
            words.add("[OPTIONS]");
        }
        for (PositionalParamSpec word : shown(command.positionalParameters())) {
            String name = word.paramLabel() + (word.arity().max() > 1 ? "..." : "");
            words.add(word.arity().min() > 0 ? name : '[' + name + ']');
        }
        if (!below(command).isEmpty()) {
            words.add("[COMMAND]");
        }
        return String.join(" ", words);
    }

    private void options(List<? extends ArgSpec> arguments) {
        page.append("| | |\n|---|---|\n");
        for (ArgSpec argument : arguments) {
            page.append("| ").append(Markdown.codeInTable(label(argument))).append(" | ");
            page.append(Markdown.words(formatted(String.join(" ", argument.description()))));
            page.append(need(argument)).append(" |\n");
        }
    }

    private static String need(ArgSpec argument) {
        ArgGroupSpec group = argument.group();
        if (group == null || !group.exclusive()) {
            return argument.required() ? " **Needed.**" : "";
        }
        String others = group.args().stream()
                .filter(other -> !other.equals(argument))
                .map(CommandReference::label)
                .map(Markdown::codeInTable)
                .collect(Collectors.joining(", "));
        return (group.multiplicity().min() > 0 ? " **Needed, or** " : " Not with ") + others + '.';
    }

    private static String label(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return option.names().length == 1
                    ? typed(option)
                    : String.join(", ", Arrays.copyOf(option.names(), option.names().length - 1)) + ", "
                            + typed(option);
        }
        return argument.paramLabel() + (argument.arity().max() > 1 ? "..." : "");
    }

    /** The option by its longest name, with what stands behind it. */
    private static String typed(OptionSpec option) {
        String name =
                option.negatable() ? option.longestName().replaceFirst("^--(no-)?", "--[no-]") : option.longestName();
        if (option.arity().max() == 0) {
            return name;
        }
        String value = option.paramLabel() + (option.splitRegex().isEmpty() ? "" : ",...");
        return option.arity().min() == 0 ? name + "[=" + value + ']' : name + ' ' + value;
    }

    private static String firstSentence(CommandSpec command) {
        String all =
                Markdown.words(formatted(String.join(" ", command.usageMessage().description())));
        int end = all.indexOf(". ");
        return end < 0 ? all : all.substring(0, end + 1);
    }

    /** As picocli prints it, to which a percent sign begins a conversion. */
    private static String formatted(String text) {
        return text.replace("%n", " ").replace("%%", "%");
    }
}
