package io.sextant.strategy.rules;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.rules.RuleBook.Exits;
import org.jspecify.annotations.Nullable;

/** Follows the position that is held and says when one of the exits is reached. */
final class Stops {

    private final double stop;
    private final double target;
    private final double trailing;
    private final double bars;
    private double side;
    private double best;
    private int barsHeld;

    Stops(Exits exits, Choice choice) {
        stop = orNever(exits.stop(), choice);
        target = orNever(exits.target(), choice);
        trailing = orNever(exits.trailing(), choice);
        bars = orNever(exits.bars(), choice);
    }

    private static double orNever(@Nullable Amount amount, Choice choice) {
        return amount == null ? Double.POSITIVE_INFINITY : amount.in(choice);
    }

    /** Which of them, by the code of its reason; empty for none. To be called once at each bar. */
    String look(Scene scene) {
        double now = Math.signum(scene.heldUnits(0));
        double close = scene.close(0);
        if (now != side || now == 0) {
            side = now;
            barsHeld = 0;
            best = now == 0 ? Double.NaN : scene.entryPrice(0);
        }
        if (side == 0) {
            return "";
        }
        barsHeld++;
        best = side > 0 ? Math.max(best, close) : Math.min(best, close);
        double gain = side * (close / scene.entryPrice(0) - 1);
        double givenBack = -side * (close / best - 1);
        if (gain <= -stop) {
            return "rule-stop";
        }
        if (gain >= target) {
            return "rule-target";
        }
        if (givenBack >= trailing) {
            return "rule-trailing";
        }
        return barsHeld >= bars ? "rule-time" : "";
    }
}
