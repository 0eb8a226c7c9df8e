package io.sextant.ui.panel.riskmonitor;

import io.sextant.domain.request.Query;
import io.sextant.domain.risk.Supposition;
import io.sextant.domain.risk.WhatIfBoard;
import io.sextant.ui.shell.DeskContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the cases while their tab is seen: from few paths at once, so that the fan moves with the slider, and from many as soon as
 * nothing newer is wanted. Never twice at a time.
 */
final class WhatIfAsker {

    static final int COARSE = 500;
    static final int FINE = 10_000;

    private static final System.Logger LOG = System.getLogger(WhatIfAsker.class.getName());

    private final DeskContext context;
    private final RiskMonitorModel model;
    private boolean waiting;
    private boolean again;
    private int asked;

    WhatIfAsker(DeskContext context, RiskMonitorModel model) {
        this.context = context;
        this.model = model;
    }

    void stop() {
        asked++;
        waiting = false;
        again = false;
    }

    /** The same cases at newer prices, without a coarse fan in between. */
    void renew() {
        if (model.whatIfSeen.get() && !waiting) {
            ask(FINE);
        }
    }

    void ask() {
        if (!model.whatIfSeen.get()) {
            return;
        }
        if (waiting) {
            again = true;
            return;
        }
        ask(COARSE);
    }

    private void ask(int paths) {
        List<String> names = new ArrayList<>(List.of("", ""));
        List<Supposition> cases = new ArrayList<>(List.of(Supposition.NONE, model.supposed.get()));
        for (NamedCase each : model.kept) {
            names.add(each.name());
            cases.add(each.supposed());
        }
        waiting = true;
        again = false;
        int wanted = ++asked;
        context.engine()
                .ask(new Query.WhatIf(model.confidence.get().share(), cases, paths))
                .whenComplete((board, failure) -> {
                    if (wanted == asked) {
                        waiting = false;
                        take(names, paths, board, failure);
                    }
                });
    }

    private void take(List<String> names, int paths, WhatIfBoard board, Throwable failure) {
        if (failure != null) {
            LOG.log(System.Logger.Level.INFO, "the cases of the what-if did not load", failure);
            model.whatIf.set(Optional.empty());
            return;
        }
        model.whatIf.set(Optional.of(new RiskMonitorModel.Cases(names, board)));
        if (again) {
            ask(COARSE);
        } else if (paths < FINE && !board.cases().isEmpty()) {
            ask(FINE);
        }
    }
}
