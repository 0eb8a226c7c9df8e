package io.sextant.app.cli;

import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.StrategyKind;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The strategies that there are, with what each can be set by and needs. */
@Command(
        name = "strategies",
        mixinStandardHelpOptions = true,
        subcommands = {
            HostStrategyCommand.class,
            SteerStrategyCommands.Start.class,
            SteerStrategyCommands.Pause.class,
            SteerStrategyCommands.Resume.class,
            SteerStrategyCommands.Stop.class,
            SteerStrategyCommands.Remove.class,
            RunningStrategiesCommand.class
        },
        description = {
            "Lists the strategies that come with the workstation: idea, paper, when each fails, parameters with ranges, what it must be given.",
            "host, start, pause, resume, stop, remove and running are about strategies that a desk runs.",
            "With FILE it reads your own and says on which line what is wrong with it. Java in it is run with all of your rights."
        })
final class StrategiesCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Rules (.yaml), Java (.java, a folder) or a jar.")
    List<String> files = List.of();

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() {
        List<StrategyKind> kinds = files.isEmpty()
                ? StrategyCatalog.all()
                : files.stream().map(StrategyChoice::kind).toList();
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Json.print(
                    out,
                    Map.of(
                            "strategies",
                            kinds.stream().map(StrategiesCommand::described).toList()));
        } else {
            kinds.forEach(each -> tell(out, each));
            out.flush();
        }
        return ExitCode.OK;
    }

    private static Map<String, Object> described(StrategyKind kind) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("name", kind.name());
        answer.putAll(words(kind));
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (Parameter each : kind.parameters()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", each.name());
            one.put("unit", word(each.unit()));
            one.put("usual", each.usual());
            one.put("lowest", each.lowest());
            one.put("highest", each.highest());
            one.put("step", each.step());
            parameters.add(one);
        }
        answer.put("parameters", parameters);
        Needs needs = kind.needs(Choice.usual(kind));
        Map<String, Object> needed = new LinkedHashMap<>();
        needed.put("fewestInstruments", needs.fewestInstruments());
        needed.put("mostInstruments", needs.mostInstruments());
        needed.put("warmUpBars", needs.warmUpBars());
        needed.put("features", needs.features());
        needed.put("forecast", needs.forecast());
        needed.put("regime", needs.regime());
        needed.put("book", needs.book());
        answer.put("needs", needed);
        return answer;
    }

    /** Those that ship have words in the window's bundle; a person's own has none there. */
    private static Map<String, String> words(StrategyKind kind) {
        ResourceBundle texts = ResourceBundle.getBundle("io.sextant.ui.i18n.strategy", Locale.ROOT);
        Map<String, String> words = new LinkedHashMap<>();
        for (String what : List.of("idea", "paper", "fails")) {
            String key = kind.name() + "." + what;
            if (StrategyCatalog.find(kind.name()).filter(each -> each == kind).isPresent()) {
                words.put(what, texts.getString(key));
            }
        }
        return words;
    }

    private static String word(Parameter.Unit unit) {
        return unit.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void tell(PrintWriter out, StrategyKind kind) {
        out.println(kind.name());
        words(kind).forEach((what, text) -> out.println("  " + what + ": " + text));
        for (Parameter each : kind.parameters()) {
            out.println("  " + each.name() + " = " + plain(each.usual()) + "  (" + plain(each.lowest()) + " to "
                    + plain(each.highest()) + ", " + word(each.unit()) + ")");
        }
        Needs needs = kind.needs(Choice.usual(kind));
        List<String> wants = new ArrayList<>();
        wants.add(instruments(needs));
        wants.add(needs.warmUpBars() + (needs.warmUpBars() == 1 ? " bar" : " bars") + " of warm-up");
        if (needs.forecast()) {
            wants.add("forecasts");
        }
        if (needs.regime()) {
            wants.add("regimes");
        }
        wants.addAll(needs.features());
        out.println("  needs: " + String.join(", ", wants));
        out.println();
    }

    private static String instruments(Needs needs) {
        int fewest = needs.fewestInstruments();
        int most = needs.mostInstruments();
        return fewest == most
                ? fewest + (fewest == 1 ? " instrument" : " instruments")
                : fewest + " to " + most + " instruments";
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
