package io.sextant.ui.panel.chart;

import io.sextant.domain.dataset.SessionChoice;
import io.sextant.domain.request.BarReading;
import io.sextant.domain.request.BarReadings;
import io.sextant.domain.request.Query;
import io.sextant.ui.panel.chart.setup.ChartSetup;
import io.sextant.ui.shell.DeskContext;
import java.util.Optional;

/** Learns in which other ways the shown bars can be read, and has them loaded in the way that the setup wishes. */
final class ReadingSwitch {

    private static final System.Logger LOG = System.getLogger(ReadingSwitch.class.getName());

    private final DeskContext context;
    private final ChartModel model;
    private final BarLoader loader;
    private Optional<ChartSubject> known = Optional.empty();

    ReadingSwitch(DeskContext context, ChartModel model, BarLoader loader) {
        this.context = context;
        this.model = model;
        this.loader = loader;
    }

    /** Loads what the chart has turned to; a wish for another way than the plain one waits until it is known to be one. */
    void begin(ChartSubject subject) {
        if (!known.equals(Optional.of(subject))) {
            known = Optional.of(subject);
            model.readings().set(BarReadings.NONE);
        }
        ChartSetup setup = model.setup().get();
        boolean waits = (setup.adjusted() || setup.regularHours())
                && model.readings().get().equals(BarReadings.NONE);
        if (!waits) {
            loader.reload();
        }
        context.engine().ask(new Query.Readings(subject.id())).whenComplete((found, failure) -> {
            if (!known.equals(Optional.of(subject))) {
                return;
            }
            BarReading before = model.reading();
            if (failure == null) {
                model.readings().set(found);
            } else {
                LOG.log(System.Logger.Level.WARNING, "the readings of " + subject.id() + " are not known", failure);
            }
            if (waits || !before.equals(model.reading())) {
                loader.reload();
            }
        });
    }

    void switchAdjusted() {
        if (model.readings().get().adjusted()) {
            ChartSetup setup = model.setup().get();
            model.setup().set(setup.withAdjusted(!setup.adjusted()));
        } else {
            tell("chartpanel.adjusted.none");
        }
    }

    void switchHours() {
        if (model.readings().get().hours() != SessionChoice.ALWAYS) {
            ChartSetup setup = model.setup().get();
            model.setup().set(setup.withRegularHours(!setup.regularHours()));
        } else {
            tell("chartpanel.hours.none");
        }
    }

    private void tell(String key) {
        context.toasts().info(context.texts().get(key), "");
    }
}
