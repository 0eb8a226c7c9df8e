package io.sextant.app.cli;

import io.sextant.app.session.OfflineDesk;
import io.sextant.domain.chronicle.OrderChronicle;
import io.sextant.domain.order.OrderId;
import io.sextant.store.journal.JournalProof;
import io.sextant.store.journal.JournalProof.Expected;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the journal says: whether it is as it was written, and what became of an order. */
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description = "Proves that a desk's journal is as it was written, and tells the life of an order from it.")
final class JournalCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw usage("Say what to do: journal verify or journal show --order ID");
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Reads the whole journal, changes nothing, and proves it whole or names the first bad record. The desk may be"
                        + " running.",
                "Ends with 0 when it is proven (also when a crash left a torn end behind all that was acknowledged), with 7 when"
                        + " a record was changed, removed, inserted, reordered or rewritten, and with 8 when nothing vouches"
                        + " for it: no chain yet, or the chain's file is gone."
            })
    int verify(
            @Mixin DeskChoice desk,
            @Option(
                            names = "--expect",
                            paramLabel = "RECORD:LINK",
                            description =
                                    "A link that an earlier verify told and you wrote down elsewhere: the journal must"
                                            + " still have it. May be given several times.")
                    @Nullable List<String> expected,
            @Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        List<Expected> links = new ArrayList<>();
        for (String text : expected == null ? List.<String>of() : expected) {
            try {
                links.add(Expected.parse(text));
            } catch (IllegalArgumentException e) {
                throw usage(String.valueOf(e.getMessage()));
            }
        }
        JournalProof proof = OfflineDesk.prove(desk.in(dataFolder()), links);
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Json.print(out, JournalText.map(proof));
        } else {
            JournalText.print(out, proof);
        }
        return switch (proof.verdict()) {
            case WHOLE, TORN_TAIL, EMPTY -> ExitCode.OK;
            case NOT_WHOLE -> ExitCode.NOT_AS_WRITTEN;
            case NOT_CHAINED, NOT_ANCHORED -> ExitCode.NOT_PROVEN;
        };
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Tells the whole life of an order, from the draft or signal to the ledger.")
    int show(
            @Mixin DeskChoice desk,
            @Option(
                            names = "--order",
                            required = true,
                            paramLabel = "ID",
                            description = "The order's number, as the blotter and sextant state have it.")
                    String order,
            @Option(names = "--json", description = "Print nothing but JSON; amounts are exact strings.")
                    boolean json) {
        OrderId id = orderId(order);
        OrderChronicle chronicle = OfflineDesk.chronicle(desk.in(dataFolder()), id)
                .orElseThrow(() -> new RefusedByRule("No order " + id
                        + " ever passed this desk's risk gate. A draft that the gate refused has no number."));
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Json.print(out, ChronicleText.map(chronicle));
        } else {
            ChronicleText.print(out, chronicle);
        }
        return ExitCode.OK;
    }

    private OrderId orderId(String text) {
        try {
            return new OrderId(Long.parseLong(text.startsWith("#") ? text.substring(1) : text));
        } catch (IllegalArgumentException e) {
            throw usage("an order has a number, such as 17, not " + text);
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }
}
