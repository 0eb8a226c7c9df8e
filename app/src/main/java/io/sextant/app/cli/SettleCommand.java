package io.sextant.app.cli;

import io.sextant.domain.command.SettleDifferences;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.request.Answer;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.domain.venue.VenueTrust;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what differs from a venue's books, and takes the venue's word for it where a person says so. */
@Command(
        name = "settle",
        mixinStandardHelpOptions = true,
        description =
                "Compares the desk's books with its venue's and shows what differs. With --reason it asks about each difference, and"
                        + " when all were agreed to books them by the venue's word; otherwise nothing is booked.")
final class SettleCommand extends SextantCommand.Part {

    private static final int CODE_BYTES = 4;

    @Spec
    @Nullable CommandSpec spec;

    @Mixin
    OpenedDesk desk = new OpenedDesk();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why the venue is right; kept in the journal.")
    @Nullable String reason;

    @Option(
            names = "--agree",
            paramLabel = "CODE",
            description =
                    "With --reason: do not ask, but book what was shown with this code. Anything else that differs is not booked.")
    @Nullable String agreed;

    @Option(names = "--json", description = "Print nothing but JSON, and do not ask.")
    boolean json;

    @Override
    public Integer call() {
        if (desk.trade.account == null) {
            throw usage("settle goes with --feed and --account: other desks have no venue whose books could differ");
        }
        if (agreed != null && why().isEmpty()) {
            throw usage("--agree goes with --reason");
        }
        return desk.open(dataFolder(), spec, this::settle);
    }

    private int settle(OpenedDesk.Hand hand) {
        VenueChecked shown = hand.awaitBooks()
                .orElseThrow(() -> new IllegalStateException(
                        "The venue's books could not be read in time; nothing was booked. Try again."));
        if (shown.trust() == VenueTrust.AGREED) {
            tell(shown, false, "The venue's books agree with the desk's.");
            return ExitCode.OK;
        }
        if (!json) {
            show(shown);
        }
        Optional<String> refusal = refusal(shown);
        if (refusal.isPresent()) {
            if (json) {
                tell(shown, false, "");
            }
            throw new RefusedByRule(refusal.get());
        }
        Answer.Done booked = hand.submit("settle", new SettleDifferences(shown.position(), why()));
        Optional<VenueChecked> after = hand.awaitBooks(booked.position());
        if (after.isEmpty()) {
            tell(shown, true, "Booked.");
            throw new IllegalStateException(
                    "It was booked, but the venue's books could not be read again in time. Look with sextant settle.");
        }
        if (after.get().trust() == VenueTrust.AGREED) {
            tell(after.get(), true, "Booked; the books agree now.");
            return ExitCode.OK;
        }
        tell(after.get(), true, "Booked.");
        if (!json) {
            show(after.get());
        }
        throw new RefusedByRule("What was shown is booked, and something differs still.");
    }

    /** Why nothing may be booked; empty once a person agreed to all that was shown. */
    private Optional<String> refusal(VenueChecked shown) {
        String code = code(shown);
        if (why().isEmpty()) {
            return Optional.of("Nothing was booked. Look at the venue's own page; settle with --reason TEXT books it");
        }
        if (agreed != null) {
            return agreed.equalsIgnoreCase(code)
                    ? Optional.empty()
                    : Optional.of("Nothing was booked, because this is not what was shown with " + agreed
                            + ": its code is " + code);
        }
        if (json) {
            return Optional.of("Nothing was booked, because nobody was asked; --agree " + code + " agrees to this");
        }
        for (VenueDifference one : shown.differences()) {
            if (!Agreement.given(Console.of(spec).out(), one.sentence() + " Take the venue's word?")) {
                return Optional.of("Nothing was booked, because nobody said yes to all of it");
            }
        }
        return Optional.empty();
    }

    private String why() {
        return reason == null ? "" : reason.strip();
    }

    /** Names exactly what differs, whenever it is looked at. */
    private static String code(VenueChecked shown) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            shown.differences().forEach(one -> digest.update((one + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, CODE_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void show(VenueChecked shown) {
        PrintWriter out = Console.of(spec).out();
        Table table = new Table("WHAT DIFFERS", "HERE", "AT THE VENUE", "WHAT IT MEANS");
        shown.differences().forEach(one -> table.row(one.subject(), one.here(), one.there(), one.sentence()));
        table.print(out);
        out.println("Code of what is shown: " + code(shown));
        out.flush();
    }

    private void tell(VenueChecked told, boolean booked, String sentence) {
        PrintWriter out = Console.of(spec).out();
        if (!json) {
            out.println(sentence);
            out.flush();
            return;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("venue", told.venue());
        map.put("trust", told.trust().name());
        List<Map<String, Object>> differences = new ArrayList<>();
        told.differences().forEach(one -> differences.add(map(one)));
        map.put("differences", differences);
        map.put("code", told.trust() == VenueTrust.DIFFERS ? code(told) : "");
        map.put("booked", booked);
        Json.print(out, map);
    }

    private static Map<String, Object> map(VenueDifference one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", one.kind().name());
        map.put("subject", one.subject());
        map.put("here", one.here());
        map.put("there", one.there());
        map.put("sentence", one.sentence());
        return map;
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }
}
