package io.sextant.ui.testing;

import io.sextant.domain.backtest.StrategyCard;
import io.sextant.domain.rules.OpenedRules;
import io.sextant.domain.rules.RuleCheck;
import io.sextant.domain.rules.RuleSheet;
import io.sextant.domain.rules.RuleTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The fake engine's folder of rules; a test says what is wrong with which. */
public final class FakeRules {

    private final Map<String, OpenedRules> files = new TreeMap<>();
    private final List<StrategyCard> cards = new ArrayList<>();
    private final List<RuleSheet> checked = new ArrayList<>();
    private Function<RuleSheet, List<RuleTrouble>> troubles = sheet -> List.of();

    public void put(OpenedRules opened) {
        files.put(opened.file(), opened);
    }

    public void judge(Function<RuleSheet, List<RuleTrouble>> by) {
        troubles = by;
    }

    /** The form as it was looked through last. */
    public RuleSheet newest() {
        return checked.getLast();
    }

    /** From now on these are among the strategies that are offered. */
    public void offer(StrategyCard card) {
        cards.add(card);
    }

    List<StrategyCard> with(List<StrategyCard> shipped) {
        return Stream.concat(shipped.stream(), cards.stream()).toList();
    }

    List<String> names() {
        return List.copyOf(files.keySet());
    }

    Optional<OpenedRules> find(String file) {
        return Optional.ofNullable(files.get(file));
    }

    RuleCheck check(RuleSheet sheet) {
        checked.add(sheet);
        String text = files.values().stream()
                .filter(each -> each.sheet().filter(sheet::equals).isPresent())
                .map(each -> each.text().replaceAll(" *#.*", ""))
                .findFirst()
                .orElse("name: " + sheet.name() + "\n");
        return new RuleCheck(text, troubles.apply(sheet));
    }
}
