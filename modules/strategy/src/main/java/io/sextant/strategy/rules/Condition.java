package io.sextant.strategy.rules;

import io.sextant.domain.regime.RegimeName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What holds at a bar or does not; what is not known does not hold. */
sealed interface Condition {

    /** How one number stands to another. */
    enum Relation {
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">="),
        /** It was not above at the bar before and is now. */
        CROSSES_ABOVE("crosses above"),
        CROSSES_BELOW("crosses below");

        private final String words;

        Relation(String words) {
            this.words = words;
        }

        boolean holds(double left, double right, double leftBefore, double rightBefore) {
            return switch (this) {
                case LESS -> left < right;
                case AT_MOST -> left <= right;
                case MORE -> left > right;
                case AT_LEAST -> left >= right;
                case CROSSES_ABOVE -> left > right && leftBefore <= rightBefore;
                case CROSSES_BELOW -> left < right && leftBefore >= rightBefore;
            };
        }

        @Override
        public String toString() {
            return words;
        }
    }

    record Comparison(Term left, Relation relation, Term right) implements Condition {

        @Override
        public String toString() {
            return left + " " + relation + " " + right;
        }
    }

    record InRegime(RegimeName regime, boolean wanted) implements Condition {

        @Override
        public String toString() {
            return (wanted ? "regime is " : "regime is not ") + word(regime);
        }

        static String word(RegimeName regime) {
            return regime.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Several in place of one. */
    record Group(How how, List<Condition> conditions) implements Condition {

        enum How {
            ALL("all of"),
            ANY("any of");

            private final String words;

            How(String words) {
                this.words = words;
            }

            @Override
            public String toString() {
                return words;
            }
        }

        public Group {
            conditions = List.copyOf(conditions);
        }

        @Override
        public String toString() {
            return how + " " + conditions;
        }
    }

    /** It, or what it is made of where it is a group, however deep. */
    default Stream<Condition> plain() {
        return this instanceof Group group ? group.conditions().stream().flatMap(Condition::plain) : Stream.of(this);
    }
}
