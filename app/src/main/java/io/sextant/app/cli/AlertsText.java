package io.sextant.app.cli;

import io.sextant.domain.alert.AlertBook;
import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.alert.AlertPlan;
import io.sextant.domain.alert.AlertState;
import io.sextant.domain.alert.Delivery;
import io.sextant.domain.alert.QuietHours;
import io.sextant.domain.vault.VenueAccount;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Alerts as tables and as JSON. */
final class AlertsText {

    private AlertsText() {}

    static void print(PrintWriter out, AlertBook book, boolean json) {
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("alerts", book.alerts().stream().map(AlertsText::map).toList());
            map.put("channels", book.channels().stream().map(AlertsText::map).toList());
            map.put("fired", book.told().stream().map(AlertsText::map).toList());
            Json.print(out, map);
            return;
        }
        Table alerts = new Table("ALERT", "CONDITION", "PRIORITY", "STATE", "FIRED", "BY");
        for (AlertBook.Entry entry : book.alerts()) {
            AlertPlan plan = entry.plan();
            alerts.row(
                    plan.name(),
                    plan.condition().text(),
                    lower(plan.priority()),
                    plan.paused() ? "rests" : lower(entry.state().phase()),
                    entry.state().fired(),
                    String.join(",", plan.channels()));
        }
        alerts.printOr(out, "No alert is set. Add one with sextant alerts add price BTC-USDT below 50000");
        if (!book.channels().isEmpty()) {
            out.println();
            Table channels = new Table("CHANNEL", "KIND", "TO", "AN HOUR", "SECRET");
            book.channels()
                    .forEach(one -> channels.row(
                            one.name(),
                            lower(one.kind()),
                            to(one),
                            one.mostPerHour(),
                            one.secret().map(VenueAccount::toString).orElse("")));
            channels.printOr(out, "");
        }
        if (!book.told().isEmpty()) {
            out.println();
            Table told = new Table("NUMBER", "WHEN", "ALERT", "VALUE", "DELIVERIES");
            book.told().stream()
                    .limit(20)
                    .forEach(one -> told.row(
                            one.firing().number(),
                            UtcText.of(one.firing().marketNanos()),
                            one.firing().alert(),
                            one.firing().value(),
                            one.deliveries().each().stream()
                                    .map(sent -> sent.channel() + ": " + words(sent))
                                    .collect(Collectors.joining("; "))));
            told.printOr(out, "");
        }
        out.flush();
    }

    /** Whom it reaches; never an address with something secret in it. */
    private static String to(AlertChannel channel) {
        return List.of("to", "chat", "url").stream()
                .map(key -> channel.option(key, ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    static String words(Delivery delivery) {
        String stage = switch (delivery.stage()) {
            case WAITING -> delivery.attempts() == 0 ? "waits" : "waits for another try";
            case SENDING -> "being sent";
            case DELIVERED -> "delivered";
            case UNDELIVERED -> "NOT DELIVERED";
            case UNKNOWN -> "MAY HAVE ARRIVED";
        };
        return delivery.detail().isEmpty() ? stage : stage + " (" + delivery.detail() + ")";
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> map(AlertBook.Entry entry) {
        AlertPlan plan = entry.plan();
        AlertState state = entry.state();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", plan.name());
        map.put("condition", plan.condition().text());
        map.put("priority", plan.priority().name());
        map.put("once", plan.repetition().once());
        map.put("band", plan.repetition().band());
        map.put("pauseSeconds", plan.repetition().pause().toSeconds());
        map.put("quiet", plan.quiet().map(QuietHours::text).orElse(""));
        map.put("expires", plan.expiresNanos() == 0 ? "" : UtcText.of(plan.expiresNanos()));
        map.put("channels", plan.channels());
        map.put("paused", plan.paused());
        map.put("state", state.phase().name());
        map.put("fired", state.fired());
        return map;
    }

    private static Map<String, Object> map(AlertChannel channel) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", channel.name());
        map.put("kind", channel.kind().name());
        map.put("options", channel.options());
        map.put("secret", channel.secret().map(VenueAccount::toString).orElse(""));
        map.put("mostPerHour", channel.mostPerHour());
        map.put("language", channel.french() ? "fr" : "en");
        return map;
    }

    private static Map<String, Object> map(AlertBook.Told told) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("number", told.firing().number());
        map.put("alert", told.firing().alert());
        map.put("priority", told.firing().priority().name());
        map.put("condition", told.firing().condition());
        map.put("value", told.firing().value());
        map.put("marketTime", UtcText.of(told.firing().marketNanos()));
        map.put(
                "deliveries",
                told.deliveries().each().stream()
                        .map(one -> Map.of(
                                "channel", one.channel(),
                                "stage", one.stage().name(),
                                "attempts", one.attempts(),
                                "detail", one.detail()))
                        .toList());
        return map;
    }
}
