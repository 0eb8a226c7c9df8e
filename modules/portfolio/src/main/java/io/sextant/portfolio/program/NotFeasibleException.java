package io.sextant.portfolio.program;

import java.util.List;

/** Nothing lies within all limits. {@code conflict} are limits of which each could be met without one of the others. */
public final class NotFeasibleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final List<String> conflict;

    public NotFeasibleException(List<String> conflict) {
        super("these limits cannot hold together: " + String.join("; ", conflict));
        this.conflict = List.copyOf(conflict);
    }

    public List<String> conflict() {
        return conflict;
    }
}
