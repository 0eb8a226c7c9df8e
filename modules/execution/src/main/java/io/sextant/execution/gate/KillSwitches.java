package io.sextant.execution.gate;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.order.KillScope;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who is stopped, and why. A switch for a strategy that this session does not have is kept all the same. */
final class KillSwitches {

    private final String account;
    private final List<String> strategies;
    private final TreeMap<String, String> accounts = new TreeMap<>();
    private final TreeMap<String, String> byStrategy = new TreeMap<>();
    private final @Nullable String[] strategyReasons;
    private boolean everybody;
    private String everybodyReason = "";
    private @Nullable String accountReason;

    KillSwitches(String account, List<String> strategies) {
        this.account = account;
        this.strategies = strategies;
        strategyReasons = new String[strategies.size()];
    }

    void set(KillScope scope, boolean engaged, String reason) {
        switch (scope) {
            case KillScope.Everybody _ -> {
                everybody = engaged;
                everybodyReason = engaged ? reason : "";
            }
            case KillScope.OneAccount(String name) -> set(accounts, name, engaged, reason);
            case KillScope.OneStrategy(String name) -> set(byStrategy, name, engaged, reason);
        }
        refresh();
    }

    private static void set(Map<String, String> switches, String name, boolean engaged, String reason) {
        if (engaged) {
            switches.put(name, reason);
        } else {
            switches.remove(name);
        }
    }

    private void refresh() {
        accountReason = accounts.get(account);
        for (int i = 0; i < strategyReasons.length; i++) {
            strategyReasons[i] = byStrategy.get(strategies.get(i));
        }
    }

    boolean everybody() {
        return everybody;
    }

    String everybodyReason() {
        return everybodyReason;
    }

    /** Null while the session's account may trade. */
    @Nullable String accountReason() {
        return accountReason;
    }

    /** Null while the strategy may trade, and for people. */
    @Nullable String strategyReason(int strategy) {
        return strategy < 0 ? null : strategyReasons[strategy];
    }

    Map<String, String> accounts() {
        return Map.copyOf(accounts);
    }

    Map<String, String> strategies() {
        return Map.copyOf(byStrategy);
    }

    void save(StateWriter out) {
        out.putBoolean(everybody);
        out.putString(everybodyReason);
        save(out, accounts);
        save(out, byStrategy);
    }

    void load(StateReader in) {
        everybody = in.getBoolean();
        everybodyReason = in.getString();
        load(in, accounts);
        load(in, byStrategy);
        refresh();
    }

    private static void save(StateWriter out, Map<String, String> switches) {
        out.putInt(switches.size());
        switches.forEach((name, reason) -> {
            out.putString(name);
            out.putString(reason);
        });
    }

    private static void load(StateReader in, Map<String, String> switches) {
        switches.clear();
        for (int left = in.getInt(); left > 0; left--) {
            String name = in.getString();
            switches.put(name, in.getString());
        }
    }
}
