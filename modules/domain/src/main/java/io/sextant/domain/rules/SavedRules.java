package io.sextant.domain.rules;

import java.util.List;

/** What came of saving rules. */
public sealed interface SavedRules {

    /** @param text what stands in the file now */
    record Saved(String file, String text) implements SavedRules {}

    /** There is another file of that name. */
    record Taken(String file) implements SavedRules {}

    /** Somebody changed the file since it was opened. */
    record ChangedMeanwhile(String file) implements SavedRules {}

    record Wrong(List<RuleTrouble> troubles) implements SavedRules {

        public Wrong {
            troubles = List.copyOf(troubles);
        }
    }

    record CannotWrite(String file, String why) implements SavedRules {}
}
