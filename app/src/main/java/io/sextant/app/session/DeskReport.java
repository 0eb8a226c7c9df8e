package io.sextant.app.session;

import io.sextant.domain.money.Money;
import io.sextant.domain.request.DeskState;
import io.sextant.exchange.live.FeedHealth;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a run went, for people and for programs. */
public record DeskReport(Map<String, Object> values) {

    public static DeskReport of(DeskSession session, DeskState state) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("mode", state.mode().name());
        values.put("feed", session.terms().feed());
        values.put("seed", state.seed());
        values.put("marketTimeStart", utc(session.openedAtMarketNanos()));
        values.put("marketTimeEnd", utc(state.marketNanos()));
        values.put("eventsHandled", state.health().eventsHandled() - session.openedAtSequence());
        values.put("replayedRecords", session.recovery().replayedRecords());
        values.put("workingOrders", state.workingOrders().size());
        values.put(
                "positions",
                state.positions().stream()
                        .filter(position -> !position.isFlat())
                        .count());
        values.put("equity", amount(state.account().equity()));
        values.put("profitSinceStart", amount(state.account().profitSinceStart()));
        values.put("fees", amount(state.account().fees()));
        values.put("currency", state.account().equity().currency().code());
        values.put("journalPosition", state.health().journalDurablePosition());
        values.put("running", state.health().running());
        session.feedHealth().ifPresent(health -> put(values, health));
        values.put("dataFolder", session.folder().toString());
        return new DeskReport(values);
    }

    private static void put(Map<String, Object> values, FeedHealth health) {
        values.put("feedState", health.phase().name());
        values.put("feedTransport", health.transport().name());
        values.put("feedDetail", health.detail());
        values.put("feedConnections", health.connections());
        values.put("feedStretchesRefilled", health.refilledStretches());
        values.put("feedStretchesNotTrusted", health.stretchesNotTrusted());
    }

    public Map<String, ?> toMap() {
        return values;
    }

    public String toText() {
        List<String> lines = List.of(
                line("Market time", values.get("marketTimeStart") + " to " + values.get("marketTimeEnd")),
                line("Events", String.format(Locale.ENGLISH, "%,d", (Long) values.get("eventsHandled"))),
                line("Equity", values.get("equity") + " " + values.get("currency")),
                line("Profit", values.get("profitSinceStart") + " " + values.get("currency") + " since the start"),
                line("Fees", values.get("fees") + " " + values.get("currency")),
                line("Working", values.get("workingOrders") + " orders"),
                line("Holding", values.get("positions") + " positions"),
                line(
                        "Journal",
                        "safe up to record " + values.get("journalPosition") + " in " + values.get("dataFolder")));
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(String name, Object value) {
        return String.format(Locale.ENGLISH, "  %-12s %s", name, value);
    }

    static String utc(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L))
                .toString();
    }

    /** The exact amount without the ledger's trailing zeros, with two decimals at least. */
    public static String amount(Money money) {
        String text = money.toString();
        String digits = text.substring(0, text.indexOf(' '));
        int point = digits.indexOf('.');
        int end = digits.length();
        while (point >= 0 && end > point + 3 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }
}
