package io.sextant.app.cli;

import io.sextant.app.session.DataFolder;
import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskReport;
import io.sextant.app.session.OfflineDesk;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.DeskState;
import io.sextant.engine.DeskPicture;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the desk and its gate as they stand, without starting the market. */
@Command(
        name = "state",
        mixinStandardHelpOptions = true,
        description =
                "Shows positions, working orders, profit and the risk gate as they stand, without starting the market.")
final class StateCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Option(names = "--json", description = "Print nothing but JSON; amounts are exact strings.")
    boolean json;

    @Override
    public Integer call() {
        Path chosen = dataFolder();
        DeskPicture picture = OfflineDesk.read(DeskOptions.in(chosen == null ? DataFolder.usual() : chosen));
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Json.print(out, map(picture));
        } else {
            print(out, picture);
        }
        return ExitCode.OK;
    }

    private static void print(PrintWriter out, DeskPicture picture) {
        DeskState state = picture.desk();
        out.println(state.mode() + ", market time " + time(state.marketNanos())
                + (state.killSwitchEngaged() ? ", KILL SWITCH ON: " + state.killSwitchReason() : ""));
        out.println();
        new GateText(picture.gate()).print(out);
        out.println();
        Table account = new Table("ACCOUNT", "AMOUNT");
        account.row("equity", state.account().equity());
        account.row("today", state.account().profitToday());
        account.row("since start", state.account().profitSinceStart());
        account.row("realised", state.account().realised());
        account.row("unrealised", state.account().unrealised());
        account.row("fees", state.account().fees());
        state.account().cash().forEach(cash -> account.row("cash", cash));
        account.print(out);
        out.println();
        Table positions = new Table("POSITION", "QUANTITY", "MARK", "VALUE", "UNREALISED", "REALISED");
        for (Position position : state.positions()) {
            positions.row(
                    position.instrument(),
                    position.signedText(),
                    position.mark(),
                    position.marketValue(),
                    position.unrealised(),
                    position.realised());
        }
        positions.printOr(out, "No positions.");
        out.println();
        Table orders = new Table("ORDER", "INSTRUMENT", "SIDE", "QUANTITY", "FILLED", "LIMIT", "STATE");
        for (Order order : state.workingOrders()) {
            orders.row(
                    order.id(),
                    order.terms().instrument(),
                    order.terms().side(),
                    order.terms().quantity(),
                    order.filled(),
                    limit(order.terms()),
                    order.state());
        }
        orders.printOr(out, "No working orders.");
        out.flush();
    }

    private static Map<String, Object> map(DeskPicture picture) {
        DeskState state = picture.desk();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("mode", state.mode().name());
        map.put("seed", state.seed());
        map.put("marketTime", time(state.marketNanos()));
        map.put("killSwitch", state.killSwitchEngaged());
        map.put("killSwitchReason", state.killSwitchReason());
        map.put("gate", new GateText(picture.gate()).map());
        map.put("currency", state.account().equity().currency().code());
        map.put("equity", DeskReport.amount(state.account().equity()));
        map.put("profitToday", DeskReport.amount(state.account().profitToday()));
        map.put("profitSinceStart", DeskReport.amount(state.account().profitSinceStart()));
        map.put("realised", DeskReport.amount(state.account().realised()));
        map.put("unrealised", DeskReport.amount(state.account().unrealised()));
        map.put("fees", DeskReport.amount(state.account().fees()));
        Map<String, String> cash = new LinkedHashMap<>();
        state.account().cash().forEach(money -> cash.put(money.currency().code(), DeskReport.amount(money)));
        map.put("cash", cash);
        List<Map<String, Object>> positions = new ArrayList<>();
        state.positions().forEach(position -> positions.add(map(position)));
        map.put("positions", positions);
        List<Map<String, Object>> orders = new ArrayList<>();
        state.workingOrders().forEach(order -> orders.add(map(order)));
        map.put("workingOrders", orders);
        map.put("journalPosition", state.health().journalDurablePosition());
        return map;
    }

    private static Map<String, Object> map(Position position) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("instrument", position.instrument().symbol());
        map.put("quantity", position.signedText());
        map.put("mark", position.mark().toString());
        map.put("currency", position.marketValue().currency().code());
        map.put("marketValue", DeskReport.amount(position.marketValue()));
        map.put("unrealised", DeskReport.amount(position.unrealised()));
        map.put("realised", DeskReport.amount(position.realised()));
        map.put("fees", DeskReport.amount(position.feesQuote()));
        return map;
    }

    private static Map<String, Object> map(Order order) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("order", order.id().value());
        map.put("instrument", order.terms().instrument().symbol());
        map.put("side", order.terms().side().name());
        map.put("quantity", order.terms().quantity().toString());
        map.put("filled", order.filled().toString());
        map.put("limit", limit(order.terms()));
        map.put("state", order.state().name());
        map.put("created", time(order.createdNanos()));
        return map;
    }

    static String limit(OrderDraft terms) {
        OrderType type = terms.type();
        String limit = type.findLimit().map(price -> price.toString()).orElse("market");
        return type.findTrigger()
                .map(trigger -> "stop " + trigger + ", " + limit)
                .orElse(limit);
    }

    static String time(long nanos) {
        return Instant.ofEpochSecond(nanos / 1_000_000_000L, nanos % 1_000_000_000L)
                .toString();
    }
}
