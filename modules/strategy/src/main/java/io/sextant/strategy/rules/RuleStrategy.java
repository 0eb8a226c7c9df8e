package io.sextant.strategy.rules;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.rules.Condition.Comparison;
import io.sextant.strategy.rules.RuleBook.Side;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A strategy made of rules that somebody wrote. */
public final class RuleStrategy implements StrategyKind {

    private final RuleBook book;

    RuleStrategy(RuleBook book) {
        this.book = book;
    }

    RuleBook book() {
        return book;
    }

    /** The rules as text that reads back to the same. */
    public String text() {
        return RuleText.of(book);
    }

    /** What its writer says of it; may be empty. */
    public String about() {
        return book.about();
    }

    @Override
    public String name() {
        return book.name();
    }

    @Override
    public List<Parameter> parameters() {
        return book.parameters();
    }

    /** One bar more than the slowest of its indicators takes, because a condition that comes to hold is seen between two bars. */
    @Override
    public Needs needs(Choice choice) {
        int bars =
                terms().mapToInt(each -> Source.barsNeeded(each, choice)).max().orElse(1) + 1;
        if (book.size() instanceof Sizing.ByVolatility by) {
            bars = Math.max(bars, by.bars() + 1);
        }
        boolean forecast = terms().anyMatch(each -> bare(each) instanceof Term.Forecast);
        boolean regime = conditions().anyMatch(Condition.InRegime.class::isInstance);
        return new Needs(1, 1, Math.max(bars, book.warmUpBars()), 1, features(), forecast, regime, false);
    }

    @Override
    public StrategyRun begin(Choice choice) {
        return new RuleRun(book, choice, needs(choice));
    }

    private List<String> features() {
        return terms().map(RuleStrategy::bare)
                .filter(Term.FeatureValue.class::isInstance)
                .map(each -> ((Term.FeatureValue) each).feature())
                .distinct()
                .toList();
    }

    private static Term bare(Term term) {
        return term instanceof Term.Ago ago ? ago.term() : term;
    }

    private Stream<Term> terms() {
        return conditions()
                .filter(Comparison.class::isInstance)
                .map(Comparison.class::cast)
                .flatMap(each -> Stream.of(each.left(), each.right()));
    }

    private Stream<Condition> conditions() {
        return Stream.concat(of(book.longs()), of(book.shorts()));
    }

    private static Stream<Condition> of(@Nullable Side side) {
        return side == null
                ? Stream.empty()
                : Stream.concat(side.enter().stream(), side.leave().stream()).flatMap(Condition::plain);
    }
}
