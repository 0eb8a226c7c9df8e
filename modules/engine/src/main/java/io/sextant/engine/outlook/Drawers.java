package io.sextant.engine.outlook;

import io.sextant.risk.path.Outlook;
import io.sextant.risk.path.OutlookTerms;
import io.sextant.risk.path.PathKind;
import io.sextant.risk.path.PathModels;
import java.util.ArrayList;
import java.util.List;

/** Who draws futures; no figure depends on it. Refuses what cannot be with an {@link IllegalArgumentException} that has words for a sentence. */
public interface Drawers {

    /** One portfolio's. */
    Outlook one(PathKind kind, double[] past, OutlookTerms terms);

    /** One for each of several pasts, in their order. */
    List<Outlook> each(PathKind kind, List<double[]> pasts, OutlookTerms terms);

    /** Threads of this process. */
    static Drawers here(int threads) {
        return new Drawers() {
            @Override
            public Outlook one(PathKind kind, double[] past, OutlookTerms terms) {
                return Outlook.of(PathModels.fit(kind, past, terms.seed()), terms, threads);
            }

            @Override
            public List<Outlook> each(PathKind kind, List<double[]> pasts, OutlookTerms terms) {
                List<Outlook> outlooks = new ArrayList<>();
                for (double[] past : pasts) {
                    outlooks.add(one(kind, past, terms));
                }
                return outlooks;
            }
        };
    }
}
