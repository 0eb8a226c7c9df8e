package io.sextant.strategy.rules;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Reason.Figure;
import io.sextant.strategy.kind.Scene;
import java.util.List;

/** A condition that is looked at bar by bar. */
sealed interface Watch {

    /** To be called once at each bar. */
    boolean holds(Scene scene);

    /** What it saw, as evidence. */
    Figure seen();

    static Watch of(Condition condition, Choice choice, List<String> features) {
        return switch (condition) {
            case Condition.Comparison comparison ->
                new OfNumbers(
                        comparison,
                        Source.of(comparison.left(), choice, features),
                        Source.of(comparison.right(), choice, features));
            case Condition.InRegime regime -> new OfRegime(regime);
        };
    }

    /** Two numbers now and at the bar before. */
    final class OfNumbers implements Watch {

        private final Condition.Comparison comparison;
        private final Source left;
        private final Source right;
        private double leftNow = Double.NaN;
        private double rightNow = Double.NaN;

        OfNumbers(Condition.Comparison comparison, Source left, Source right) {
            this.comparison = comparison;
            this.left = left;
            this.right = right;
        }

        @Override
        public boolean holds(Scene scene) {
            double leftBefore = leftNow;
            double rightBefore = rightNow;
            leftNow = left.next(scene);
            rightNow = right.next(scene);
            return comparison.relation().holds(leftNow, rightNow, leftBefore, rightBefore);
        }

        @Override
        public Figure seen() {
            return comparison.left() instanceof Term.Constant
                    ? new Figure(comparison.right().toString(), rightNow)
                    : new Figure(comparison.left().toString(), leftNow);
        }
    }

    /** The regime as it is told. */
    record OfRegime(Condition.InRegime condition) implements Watch {

        @Override
        public boolean holds(Scene scene) {
            var regime = scene.regime(0);
            return regime != null && (regime == condition.regime()) == condition.wanted();
        }

        @Override
        public Figure seen() {
            return new Figure(condition.toString(), 1);
        }
    }
}
