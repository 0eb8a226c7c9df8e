package io.sextant.domain.rules;

import java.util.List;
import java.util.Optional;

/**
 * A file of rules.
 *
 * @param text what stands in it, to tell later whether somebody changed it meanwhile
 * @param sheet empty where something is wrong with it
 * @param troubles what, with the lines on which it stands
 * @param hasRemarks whether remarks stand in it, which a form cannot keep
 */
public record OpenedRules(
        String file, String text, Optional<RuleSheet> sheet, List<String> troubles, boolean hasRemarks) {

    public OpenedRules {
        troubles = List.copyOf(troubles);
    }
}
