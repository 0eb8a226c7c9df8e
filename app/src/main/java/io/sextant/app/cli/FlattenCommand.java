package io.sextant.app.cli;

import io.sextant.app.session.DeskReport;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.FlattenPositions;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.parent.ParentKind;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.ParentStage;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.venue.VenueTrust;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Cancels what works and closes what is held. */
@Command(
        name = "flatten",
        mixinStandardHelpOptions = true,
        description =
                "Cancels what works, waits for the confirmations, closes what is held and says whether the desk is flat. Shows it"
                        + " first and asks.")
final class FlattenCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Mixin
    OpenedDesk desk = new OpenedDesk();

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "This instrument alone.")
    @Nullable String symbol;

    @Option(names = "--yes", description = "Do not ask.")
    boolean yes;

    @Option(names = "--json", description = "Print nothing but JSON, and do not ask: goes with --yes.")
    boolean json;

    /** What is there to be closed, and what would remain because it is less than a lot. */
    private record Open(List<Position> held, List<Order> working, List<ParentOrder> algorithms, List<Position> dust) {

        boolean isNothing() {
            return held.isEmpty() && working.isEmpty() && algorithms.isEmpty();
        }
    }

    @Override
    public Integer call() {
        return desk.open(dataFolder(), spec, this::flatten);
    }

    private int flatten(OpenedDesk.Hand hand) {
        Map<InstrumentId, Instrument> instruments =
                hand.instruments().stream().collect(Collectors.toMap(Instrument::id, one -> one));
        Optional<InstrumentId> only = Optional.ofNullable(symbol)
                .map(one -> InstrumentId.of(one.strip().toUpperCase(Locale.ROOT)));
        if (only.isPresent() && !instruments.containsKey(only.get())) {
            throw new RefusedByRule("This desk does not trade " + only.get());
        }
        Predicate<InstrumentId> meant = id -> only.isEmpty() || only.get().equals(id);
        // What the desk holds is known only when the venue was asked.
        requireAgreement(hand);
        Open before = open(hand.desk(), meant, instruments);
        if (before.isNothing()) {
            tell(before, List.of(), "The desk is flat: nothing works and nothing is held.");
            return ExitCode.OK;
        }
        requireSomebodyToTradeWith(hand.desk(), before);
        if (json && !yes) {
            tell(before, List.of(), "");
        } else if (!json) {
            show(before);
        }
        if (!yes && (json || !Agreement.given(Console.of(spec).out(), "Cancel and close all of this?"))) {
            throw new RefusedByRule("Nothing was done, because nobody said yes.");
        }
        if (!before.held().isEmpty()
                && hand.awaitDesk(FlattenCommand::hasPrices).isEmpty()) {
            throw new IllegalStateException("The feed does not come up, so nothing can be closed; nothing was done.");
        }
        Set<OrderId> over = flattenings(hand.desk(), meant, one -> one.stage().isTerminal());
        hand.submit(
                "flatten",
                new FlattenPositions(
                        only.<CancelScope>map(CancelScope.OneInstrument::new).orElse(CancelScope.EVERYTHING)));
        Set<OrderId> ours = flattenings(hand.desk(), meant, one -> !over.contains(one.id()));
        boolean ended = hand.awaitDesk(state -> hasEnded(state, ours)
                        || (state.isMarketOver()
                                && !open(state, meant, instruments).held().isEmpty()))
                .filter(state -> hasEnded(state, ours))
                .isPresent();
        DeskState state = hand.desk();
        Open after = open(state, meant, instruments);
        List<ParentOrder> done =
                state.parents().stream().filter(one -> ours.contains(one.id())).toList();
        if (ended && after.isNothing()) {
            tell(after, done, "Flat. Today " + state.account().profitToday() + ".");
            return ExitCode.OK;
        }
        tell(after, done, "Not flat:");
        if (!json) {
            show(after);
        }
        if (state.isMarketOver() && !after.held().isEmpty()) {
            throw new IllegalStateException("The desk is not flat: the recording was over before all was closed");
        }
        throw new IllegalStateException(
                ended
                        ? "The desk is not flat: " + reasons(done)
                        : "The desk is not flat yet; what is begun goes on when the desk is opened again");
    }

    private static void requireSomebodyToTradeWith(DeskState state, Open open) {
        if (state.paused()) {
            throw new RefusedByRule(
                    "The desk is paused, so nothing would end or trade, and nothing was done. Let it go on first:"
                            + " sextant run --speed 1.");
        }
        if (state.isMarketOver() && !open.held().isEmpty()) {
            throw new RefusedByRule(
                    "The recording is over, so nobody is left to close this with, and nothing was done. What"
                            + " works can be cancelled in the window, and run --begin-anew trades the recording again.");
        }
    }

    private void requireAgreement(OpenedDesk.Hand hand) {
        if (desk.trade.account == null) {
            return;
        }
        VenueChecked told = hand.awaitBooks()
                .orElseThrow(() -> new IllegalStateException(
                        "The venue's books could not be read in time, so nothing was done. If it is urgent, cancel at the"
                                + " venue's own page."));
        if (told.trust() != VenueTrust.AGREED) {
            throw new RefusedByRule(
                    "The venue's books do not agree with the desk's, so nothing was done: settle first with"
                            + " sextant settle. If it is urgent, cancel at the venue's own page.");
        }
    }

    private static boolean hasPrices(DeskState state) {
        return switch (state.health().feedStatus()) {
            case CONNECTED, POLLING -> true;
            case STALE, ENDED, DISCONNECTED -> false;
        };
    }

    /** One that was at it already stands for the command too, so what counts is that it was not over before. */
    private static Set<OrderId> flattenings(
            DeskState state, Predicate<InstrumentId> meant, Predicate<ParentOrder> which) {
        return state.parents().stream()
                .filter(one -> one.kind() == ParentKind.FLATTEN && meant.test(one.instrument()) && which.test(one))
                .map(ParentOrder::id)
                .collect(Collectors.toSet());
    }

    private static boolean hasEnded(DeskState state, Set<OrderId> ours) {
        return state.parents().stream()
                .noneMatch(one -> ours.contains(one.id()) && !one.stage().isTerminal());
    }

    private static String reasons(List<ParentOrder> flattenings) {
        return flattenings.stream()
                .filter(one -> one.stage() != ParentStage.DONE)
                .map(one -> one.instrument() + " " + one.reason())
                .collect(Collectors.joining("; "));
    }

    private static Open open(
            DeskState state, Predicate<InstrumentId> meant, Map<InstrumentId, Instrument> instruments) {
        Map<Boolean, List<Position>> byWorth = state.positions().stream()
                .filter(one -> meant.test(one.instrument()) && !one.isFlat())
                .collect(Collectors.partitioningBy(one -> {
                    Instrument instrument = instruments.get(one.instrument());
                    return instrument == null || Math.absExact(one.signedUnits()) >= instrument.positionUnitsPerLot();
                }));
        return new Open(
                byWorth.getOrDefault(true, List.of()),
                state.workingOrders().stream()
                        .filter(one -> meant.test(one.terms().instrument()))
                        .toList(),
                // Between two slices an algorithm holds nothing and nothing of it works, and then it buys.
                state.parents().stream()
                        .filter(one -> one.kind() != ParentKind.FLATTEN
                                && meant.test(one.instrument())
                                && !one.stage().isTerminal())
                        .toList(),
                byWorth.getOrDefault(false, List.of()));
    }

    private void show(Open open) {
        PrintWriter out = Console.of(spec).out();
        Table held = new Table("POSITION", "QUANTITY", "MARK", "VALUE");
        open.held().forEach(one -> held.row(one.instrument(), one.signedText(), one.mark(), one.marketValue()));
        held.printOr(out, "No positions.");
        Table working = new Table("ORDER", "INSTRUMENT", "SIDE", "LEFT", "LIMIT", "STATE");
        open.working()
                .forEach(one -> working.row(
                        one.id(),
                        one.terms().instrument(),
                        one.terms().side(),
                        one.remaining(),
                        StateCommand.limit(one.terms()),
                        one.state()));
        working.printOr(out, "No working orders.");
        Table algorithms = new Table("ALGORITHM", "INSTRUMENT", "KIND", "STAGE", "TRADED");
        open.algorithms()
                .forEach(one -> algorithms.row(one.id(), one.instrument(), one.kind(), one.stage(), one.filled()));
        algorithms.printOr(out, "No algorithms or brackets.");
        out.flush();
    }

    private void tell(Open open, List<ParentOrder> flattenings, String sentence) {
        PrintWriter out = Console.of(spec).out();
        if (!json) {
            out.println(sentence);
            open.dust()
                    .forEach(one -> out.println("Less than a lot, which nobody can trade, is left: " + one.signedText()
                            + " of " + one.instrument() + "."));
            out.flush();
            return;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("flat", open.isNothing());
        map.put("positions", positions(open.held()));
        map.put("lessThanALot", positions(open.dust()));
        map.put(
                "workingOrders",
                open.working().stream().map(one -> one.id().value()).toList());
        map.put(
                "algorithms",
                open.algorithms().stream().map(one -> one.id().value()).toList());
        List<Map<String, Object>> done = new ArrayList<>();
        for (ParentOrder one : flattenings) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("parent", one.id().value());
            row.put("instrument", one.instrument().symbol());
            row.put("stage", one.stage().name());
            row.put("traded", one.filled().toString());
            row.put("fees", DeskReport.amount(one.fees()));
            row.put("reason", one.reason());
            done.add(row);
        }
        map.put("flattenings", done);
        Json.print(out, map);
    }

    private static List<Map<String, Object>> positions(List<Position> held) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Position one : held) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("instrument", one.instrument().symbol());
            row.put("quantity", one.signedText());
            rows.add(row);
        }
        return rows;
    }
}
