package io.sextant.risk.whatif;

import java.util.ArrayList;
import java.util.List;

/** Changes with a name. */
public record Scenario(String name, List<Change> changes) {

    public Scenario {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a scenario has a name");
        }
        changes = List.copyOf(changes);
    }

    /** This one, and then another on top. */
    public Scenario and(Scenario other) {
        List<Change> both = new ArrayList<>(changes);
        both.addAll(other.changes);
        return new Scenario(name + " + " + other.name, both);
    }
}
