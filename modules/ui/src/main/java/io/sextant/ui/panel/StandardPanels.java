package io.sextant.ui.panel;

import io.sextant.domain.time.Clock;
import io.sextant.domain.vault.KeyDesk;
import io.sextant.ui.assistant.AssistantDesks;
import io.sextant.ui.panel.alerts.AlertsController;
import io.sextant.ui.panel.algos.AlgosController;
import io.sextant.ui.panel.assistant.AssistantController;
import io.sextant.ui.panel.blotter.BlotterController;
import io.sextant.ui.panel.chart.ChartController;
import io.sextant.ui.panel.data.DataController;
import io.sextant.ui.panel.features.FeaturesController;
import io.sextant.ui.panel.forecasts.ForecastsController;
import io.sextant.ui.panel.heatmap.HeatController;
import io.sextant.ui.panel.instrument.InstrumentController;
import io.sextant.ui.panel.journal.JournalController;
import io.sextant.ui.panel.lab.LabController;
import io.sextant.ui.panel.ladder.LadderController;
import io.sextant.ui.panel.market.MarketController;
import io.sextant.ui.panel.optimiser.OptimiserController;
import io.sextant.ui.panel.options.OptionsController;
import io.sextant.ui.panel.portfolio.PortfolioController;
import io.sextant.ui.panel.regimes.RegimesController;
import io.sextant.ui.panel.riskgate.RiskGateController;
import io.sextant.ui.panel.riskmonitor.RiskMonitorController;
import io.sextant.ui.panel.schedules.SchedulesController;
import io.sextant.ui.panel.sources.SourcesController;
import io.sextant.ui.panel.strategies.StrategiesController;
import io.sextant.ui.panel.tape.TapeController;
import io.sextant.ui.panel.ticket.TicketController;
import io.sextant.ui.shell.PanelFactory;
import io.sextant.ui.shell.PanelIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The panels of a desk, in the order in which menus list them. */
public final class StandardPanels {

    private StandardPanels() {}

    /** With an assistant to talk to, and the vault of this machine. */
    public static List<PanelFactory> all(Clock clock, AssistantDesks assistants, Optional<KeyDesk> vault) {
        List<PanelFactory> panels = new ArrayList<>(all(clock, vault));
        panels.add(context -> new AssistantController(context, assistants));
        return List.copyOf(panels);
    }

    /** {@code clock} is the time that the desk's schedules go by. */
    public static List<PanelFactory> all(Clock clock) {
        return all(clock, Optional.empty());
    }

    private static List<PanelFactory> all(Clock clock, Optional<KeyDesk> vault) {
        return List.of(
                MarketController::new,
                ChartController::new,
                context -> new ChartController(context, PanelIds.CHART_2),
                LadderController::new,
                TapeController::new,
                TicketController::new,
                BlotterController::new,
                PortfolioController::new,
                JournalController::new,
                RiskGateController::new,
                DataController::new,
                context -> new SchedulesController(context, clock),
                context -> new SourcesController(context, clock),
                HeatController::new,
                AlgosController::new,
                context -> new OptionsController(context, clock),
                context -> new InstrumentController(context, clock),
                FeaturesController::new,
                ForecastsController::new,
                RegimesController::new,
                RiskMonitorController::new,
                OptimiserController::new,
                StrategiesController::new,
                LabController::new,
                context -> new AlertsController(context, clock, vault));
    }
}
