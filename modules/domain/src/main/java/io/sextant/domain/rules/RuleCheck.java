package io.sextant.domain.rules;

import java.util.List;

/**
 * A form as the file that it would be, and everything that is wrong with it.
 *
 * @param text as it would be saved
 */
public record RuleCheck(String text, List<RuleTrouble> troubles) {

    public RuleCheck {
        troubles = List.copyOf(troubles);
    }
}
