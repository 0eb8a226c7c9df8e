package io.sextant.strategy.rules;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Reason.Figure;
import io.sextant.strategy.kind.Scene;
import java.util.List;

/** A condition that is looked at bar by bar. */
sealed interface Watch {

    /** To be called once at each bar. */
    boolean holds(Scene scene);

    /** Adds what it saw, as evidence. */
    void tell(List<Figure> figures);

    static Watch of(Condition condition, Choice choice, List<String> features) {
        return switch (condition) {
            case Condition.Comparison comparison ->
                new OfNumbers(
                        comparison,
                        Source.of(comparison.left(), choice, features),
                        Source.of(comparison.right(), choice, features));
            case Condition.InRegime regime -> new OfRegime(regime);
            case Condition.Group group ->
                new OfGroup(
                        group.how() == Condition.Group.How.ANY,
                        group.conditions().stream()
                                .map(each -> of(each, choice, features))
                                .toList());
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
        public void tell(List<Figure> figures) {
            figures.add(
                    comparison.left() instanceof Term.Constant
                            ? new Figure(comparison.right().toString(), rightNow)
                            : new Figure(comparison.left().toString(), leftNow));
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
        public void tell(List<Figure> figures) {
            figures.add(new Figure(condition.toString(), 1));
        }
    }

    /** Several in place of one. */
    final class OfGroup implements Watch {

        private final boolean any;
        private final List<Watch> watches;
        private final boolean[] held;

        OfGroup(boolean any, List<Watch> watches) {
            this.any = any;
            this.watches = watches;
            held = new boolean[watches.size()];
        }

        /** Each is looked at, also where the others have decided, because all of them remember. */
        @Override
        public boolean holds(Scene scene) {
            int count = 0;
            for (int i = 0; i < held.length; i++) {
                held[i] = watches.get(i).holds(scene);
                count += held[i] ? 1 : 0;
            }
            return any ? count > 0 : count == held.length;
        }

        /** What made it hold. */
        @Override
        public void tell(List<Figure> figures) {
            for (int i = 0; i < held.length; i++) {
                if (held[i]) {
                    watches.get(i).tell(figures);
                }
            }
        }
    }
}
