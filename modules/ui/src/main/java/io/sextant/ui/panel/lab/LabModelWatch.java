package io.sextant.ui.panel.lab;

import java.util.List;
import javafx.beans.Observable;

/** What decides whether something can be run. */
final class LabModelWatch {

    private LabModelWatch() {}

    /** Now, and whenever something of it changes. */
    static void onChange(LabModel model, Runnable look) {
        LabSearch search = model.search;
        List<Observable> all = List.of(
                model.card,
                model.instruments,
                model.running,
                model.from,
                model.to,
                model.examineSearch,
                model.stopped,
                search.first.setting,
                search.first.from,
                search.first.to,
                search.first.step,
                search.second.setting,
                search.second.from,
                search.second.to,
                search.second.step,
                search.search,
                search.budget);
        all.forEach(one -> one.addListener(change -> look.run()));
        look.run();
    }
}
