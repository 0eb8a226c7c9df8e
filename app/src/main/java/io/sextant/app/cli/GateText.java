package io.sextant.app.cli;

import io.sextant.app.session.DeskReport;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.Breaker;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.request.GateStatus;
import io.sextant.domain.request.GateStatus.BreakerLight;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the gate lets pass, which breakers tripped and who is stopped, for people and for programs. */
final class GateText {

    private final GateStatus gate;

    GateText(GateStatus gate) {
        this.gate = gate;
    }

    void print(PrintWriter out) {
        out.println("Gate " + gate.state()
                + (gate.reason().isEmpty() ? "" : ", because of: " + gate.reason())
                + (gate.sinceNanos() == 0 ? "" : ", since " + StateCommand.time(gate.sinceNanos())));
        Table tripped = new Table("TRIPPED", "VALUE", "LIMIT", "SINCE");
        gate.breakers().stream()
                .filter(BreakerLight::tripped)
                .forEach(light -> tripped.row(
                        light.breaker(),
                        figure(light.breaker(), light.value()),
                        limit(light).orElse("not set"),
                        StateCommand.time(light.sinceNanos())));
        tripped.printOr(out, "No circuit breaker tripped.");
        Table stopped = new Table("STOPPED", "WHY");
        gate.stopped().forEach(one -> stopped.row(name(one.scope()), one.reason()));
        gate.strategies().stream()
                .filter(GateStatus.StrategyLight::throttled)
                .forEach(one -> stopped.row(
                        name(new KillScope.OneStrategy(one.name())), "executed too often; a person has to enable it"));
        stopped.printOr(out, "Nobody is stopped.");
    }

    Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("state", gate.state().name());
        map.put("reason", gate.reason());
        map.put("since", gate.sinceNanos() == 0 ? "" : StateCommand.time(gate.sinceNanos()));
        List<Map<String, Object>> breakers = new ArrayList<>();
        gate.breakers().forEach(light -> breakers.add(map(light)));
        map.put("breakers", breakers);
        List<Map<String, Object>> stopped = new ArrayList<>();
        gate.stopped().forEach(one -> stopped.add(map(one)));
        map.put("killSwitches", stopped);
        map.put(
                "throttledStrategies",
                gate.strategies().stream()
                        .filter(GateStatus.StrategyLight::throttled)
                        .map(GateStatus.StrategyLight::name)
                        .toList());
        return map;
    }

    private Map<String, Object> map(BreakerLight light) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("breaker", light.breaker().name());
        map.put("tripped", light.tripped());
        map.put("value", figure(light.breaker(), light.value()));
        map.put("limit", limit(light).orElse(""));
        map.put("since", light.sinceNanos() == 0 ? "" : StateCommand.time(light.sinceNanos()));
        return map;
    }

    private static Map<String, Object> map(GateStatus.Stopped stopped) {
        Map<String, Object> map = new LinkedHashMap<>();
        switch (stopped.scope()) {
            case KillScope.Everybody _ -> map.put("scope", "ALL");
            case KillScope.OneAccount(String account) -> {
                map.put("scope", "ACCOUNT");
                map.put("name", account);
            }
            case KillScope.OneStrategy(String strategy) -> {
                map.put("scope", "STRATEGY");
                map.put("name", strategy);
            }
        }
        map.put("reason", stopped.reason());
        return map;
    }

    private static String name(KillScope scope) {
        return switch (scope) {
            case KillScope.Everybody _ -> "everybody";
            case KillScope.OneAccount(String account) -> "account " + account;
            case KillScope.OneStrategy(String strategy) -> "strategy " + strategy;
        };
    }

    private Optional<String> limit(BreakerLight light) {
        return light.limit() == AccountLimits.UNSET
                ? Optional.empty()
                : Optional.of(figure(light.breaker(), light.limit()));
    }

    private String figure(Breaker breaker, long value) {
        return switch (breaker) {
            case LOSS, DRAWDOWN -> {
                Money money = Money.of(value, gate.account().equity().currency());
                yield DeskReport.amount(money) + " " + money.currency();
            }
            case VOLATILITY, SLIPPAGE -> value + " bp";
            case REJECT_RATE -> Long.toString(value);
            case FEED_SILENCE, CLOCK_SKEW, LATENCY ->
                BigDecimal.valueOf(Duration.ofNanos(value).toMillis(), 3).toPlainString() + " s";
        };
    }
}
