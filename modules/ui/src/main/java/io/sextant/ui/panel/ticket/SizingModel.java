package io.sextant.ui.panel.ticket;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.request.Query;
import io.sextant.domain.risk.SizeSuggestion;
import io.sextant.domain.risk.SizingRule;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.parts.Typed;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A rule for the size of an order as a person fills it in, and what it says. */
final class SizingModel {

    /** Which rule. */
    enum Kind {
        VOLATILITY,
        KELLY,
        TAIL
    }

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.VOLATILITY);
    private final StringProperty risk = new SimpleStringProperty("1");
    private final StringProperty ranges = new SimpleStringProperty("2");
    private final StringProperty win = new SimpleStringProperty("");
    private final StringProperty payoff = new SimpleStringProperty("");
    private final StringProperty fraction = new SimpleStringProperty("50");
    private final StringProperty cap = new SimpleStringProperty("2");
    private final StringProperty budget = new SimpleStringProperty("2");
    private final ReadOnlyObjectWrapper<Optional<SizeSuggestion>> suggestion =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Supplier<Figures> figures;
    private Optional<Query.Size> asked = Optional.empty();

    SizingModel(Supplier<Figures> figures) {
        this.figures = figures;
    }

    ObjectProperty<Kind> kind() {
        return kind;
    }

    /** Percent of the equity. */
    StringProperty risk() {
        return risk;
    }

    /** Daily ranges. */
    StringProperty ranges() {
        return ranges;
    }

    /** Percent. */
    StringProperty win() {
        return win;
    }

    /** Gained for each unit lost. */
    StringProperty payoff() {
        return payoff;
    }

    /** Percent of what Kelly says. */
    StringProperty fraction() {
        return fraction;
    }

    /** Percent of the equity. */
    StringProperty cap() {
        return cap;
    }

    /** Percent of the equity. */
    StringProperty budget() {
        return budget;
    }

    ReadOnlyObjectProperty<Optional<SizeSuggestion>> suggestion() {
        return suggestion.getReadOnlyProperty();
    }

    /** The rule that the fields make; empty while one of them makes no sense. */
    Optional<SizingRule> rule() {
        try {
            return switch (kind.get()) {
                case VOLATILITY -> Optional.of(new SizingRule.VolatilityTarget(number(risk), number(ranges)));
                case KELLY ->
                    Optional.of(new SizingRule.Kelly(
                            number(win), number(payoff), number(fraction) / 100, number(cap), number(ranges)));
                case TAIL -> Optional.of(new SizingRule.TailBudget(number(budget)));
            };
        } catch (IllegalArgumentException senseless) {
            return Optional.empty();
        }
    }

    /** The question for the engine; an answer to an earlier one is not shown any more. */
    Optional<Query.Size> question(Instrument instrument, Side side, Optional<Price> price) {
        asked = price.flatMap(at -> rule().map(rule -> new Query.Size(instrument.id(), side, at, rule)));
        if (asked.isEmpty()) {
            suggestion.set(Optional.empty());
        }
        return asked;
    }

    void answered(Query.Size question, SizeSuggestion answer) {
        if (asked.filter(question::equals).isPresent()) {
            suggestion.set(Optional.of(answer));
        }
    }

    void unanswered(Query.Size question) {
        if (asked.filter(question::equals).isPresent()) {
            suggestion.set(Optional.empty());
        }
    }

    private double number(StringProperty text) {
        return Typed.number(text.get(), figures.get())
                .map(Number::doubleValue)
                .orElseThrow(() -> new IllegalArgumentException("not a number: " + text.get()));
    }
}
