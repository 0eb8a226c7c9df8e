package io.sextant.app.cli;

import io.sextant.app.session.DeskReport;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.hosting.HostingBoard;
import io.sextant.domain.instrument.InstrumentId;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The strategies that a desk runs, with their books. */
@Command(
        name = "running",
        mixinStandardHelpOptions = true,
        description =
                "Shows the strategies that a desk runs: stage and why, what each holds and has earned. They do not run while this looks.")
final class RunningStrategiesCommand extends DeskStrategyPart {

    @Option(names = "--json", description = "Print nothing but JSON; amounts are exact strings.")
    boolean json;

    @Override
    public Integer call() {
        return desk.open(dataFolder(), spec, hand -> {
            HostingBoard board = hand.strategies();
            PrintWriter out = Console.of(spec).out();
            if (json) {
                Json.print(
                        out,
                        Map.of(
                                "strategies",
                                board.strategies().stream()
                                        .map(RunningStrategiesCommand::map)
                                        .toList()));
            } else {
                print(out, board);
            }
            return ExitCode.OK;
        });
    }

    private static void print(PrintWriter out, HostingBoard board) {
        Table table = new Table("STRATEGY", "KIND", "ON", "STAGE", "WHY", "EQUITY", "TODAY", "FEES", "TRADES", "HOLDS");
        for (HostedStrategy each : board.strategies()) {
            table.row(
                    each.terms().name(),
                    each.terms().kind(),
                    each.terms().instruments().stream()
                                    .map(InstrumentId::symbol)
                                    .collect(Collectors.joining(",")) + " "
                            + each.terms().timeframe().label(),
                    word(each.stage()),
                    why(each),
                    each.figures().equity(),
                    each.figures().today(),
                    each.figures().fees(),
                    each.figures().trades(),
                    holds(each));
        }
        table.printOr(out, "The desk runs no strategies. Agree with one with sextant strategies host NAME.");
        board.strategies().stream()
                .filter(each -> each.cause().isAlarm() && each.stage() != HostedStage.RUNNING)
                .forEach(each -> out.println(each.terms().name() + " goes on with sextant strategies "
                        + (each.stage() == HostedStage.PAUSED ? "resume " : "start ")
                        + each.terms().name() + "."));
        out.flush();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String why(HostedStrategy of) {
        return of.why().isEmpty() ? word(of.cause()) : word(of.cause()) + ": " + of.why();
    }

    private static String holds(HostedStrategy of) {
        return of.positions().stream()
                .map(held -> held.units() + " " + held.instrument())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> map(HostedStrategy of) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", of.terms().name());
        map.put("kind", of.terms().kind());
        map.put("values", of.terms().values());
        map.put(
                "instruments",
                of.terms().instruments().stream().map(InstrumentId::symbol).toList());
        map.put("timeframe", of.terms().timeframe().label());
        map.put("currency", of.terms().capital().currency().code());
        map.put("capital", DeskReport.amount(of.terms().capital()));
        map.put("stage", of.stage().name());
        map.put("cause", of.cause().name());
        map.put("why", of.why());
        map.put("equity", DeskReport.amount(of.figures().equity()));
        map.put("today", DeskReport.amount(of.figures().today()));
        map.put("realised", DeskReport.amount(of.figures().realised()));
        map.put("unrealised", DeskReport.amount(of.figures().unrealised()));
        map.put("fees", DeskReport.amount(of.figures().fees()));
        map.put("trades", of.figures().trades());
        map.put("fills", of.figures().fills());
        List<Map<String, Object>> positions = of.positions().stream()
                .map(held -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("instrument", held.instrument().symbol());
                    one.put("units", held.units());
                    one.put("worth", DeskReport.amount(held.worth()));
                    return one;
                })
                .toList();
        map.put("positions", positions);
        return map;
    }
}
