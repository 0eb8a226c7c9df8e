package io.sextant.ui.parts;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/** How a figure or word is coloured. Never the only sign: a figure that is up also carries a plus, a side also its word. */
public enum Tone {
    PLAIN,
    UP,
    DOWN,
    MUTED,
    WARNING;

    public static Tone ofSign(long value) {
        return ofSign((double) Long.signum(value));
    }

    public static Tone ofSign(double value) {
        if (value > 0) {
            return UP;
        }
        return value < 0 ? DOWN : PLAIN;
    }

    public void applyTo(Node node) {
        for (Tone tone : values()) {
            node.pseudoClassStateChanged(tone.pseudoClass(), tone == this);
        }
    }

    private PseudoClass pseudoClass() {
        return PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
    }
}
