package io.sextant.domain.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All alerts, channels and the newest firings, as the desk's settings tell them.
 *
 * @param told newest first
 * @param orphans alerts that were removed and whose state is still kept: one may be put back as it was
 */
public record AlertBook(
        List<Entry> alerts,
        List<AlertChannel> channels,
        List<Told> told,
        Map<String, ChannelTest> tests,
        List<String> orphans) {

    /** An alert and how far it is. */
    public record Entry(AlertPlan plan, AlertState state) {}

    /** A firing and what became of it. */
    public record Told(AlertFiring firing, Deliveries deliveries) {}

    public AlertBook {
        alerts = List.copyOf(alerts);
        channels = List.copyOf(channels);
        told = List.copyOf(told);
        tests = Map.copyOf(tests);
        orphans = List.copyOf(orphans);
    }

    public static AlertBook of(Map<String, String> settings) {
        Map<String, AlertPlan> plans = new TreeMap<>();
        Map<String, AlertState> states = new HashMap<>();
        Map<Long, AlertFiring> firings = new HashMap<>();
        Map<Long, Deliveries> deliveries = new HashMap<>();
        Map<String, AlertChannel> channels = new TreeMap<>();
        Map<String, ChannelTest> tests = new HashMap<>();
        for (Map.Entry<String, String> one : settings.entrySet()) {
            if (one.getKey().startsWith(AlertPlan.SETTINGS) && !one.getValue().isEmpty()) {
                AlertPlan.findIn(one).ifPresent(plan -> plans.put(plan.name(), plan));
                AlertState.findIn(one).ifPresent(state -> states.put(state.alert(), state));
                AlertFiring.findIn(one).ifPresent(firing -> firings.put(firing.number(), firing));
                Deliveries.findIn(one).ifPresent(sent -> deliveries.put(sent.number(), sent));
                AlertChannel.findIn(one).ifPresent(channel -> channels.put(channel.name(), channel));
                ChannelTest.findIn(one).ifPresent(test -> tests.put(test.channel(), test));
            }
        }
        // A firing stands in its alert's state first; one that a crash kept from its own place is known from there.
        states.values().forEach(state -> state.last().ifPresent(last -> firings.putIfAbsent(last.number(), last)));
        List<Entry> alerts = new ArrayList<>();
        plans.values()
                .forEach(plan -> alerts.add(new Entry(
                        plan,
                        Optional.ofNullable(states.get(plan.name()))
                                .map(state -> state.isOf(plan) ? state : state.begunAnew(plan))
                                .orElseGet(() -> AlertState.fresh(plan)))));
        List<Told> told = firings.values().stream()
                .sorted(Comparator.comparingLong(AlertFiring::number).reversed())
                .limit(AlertFiring.REMEMBERED)
                .map(firing -> new Told(firing, deliveries.getOrDefault(firing.number(), Deliveries.of(firing))))
                .toList();
        return new AlertBook(alerts, List.copyOf(channels.values()), told, tests, orphans(plans, states));
    }

    private static List<String> orphans(Map<String, AlertPlan> plans, Map<String, AlertState> states) {
        return states.keySet().stream()
                .filter(alert -> !plans.containsKey(alert))
                .sorted()
                .toList();
    }

    public long lastNumber() {
        return told.isEmpty() ? 0 : told.getFirst().firing().number();
    }

    public Optional<Entry> find(String name) {
        return alerts.stream().filter(one -> one.plan().name().equals(name)).findFirst();
    }

    public Optional<AlertChannel> findChannel(String name) {
        return channels.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
