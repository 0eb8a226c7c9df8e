package io.sextant.app.backtest;

import io.sextant.domain.dataset.QualityReport;
import io.sextant.engine.backtest.BacktestFigures;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.past.PastWorld;
import io.sextant.ui.i18n.Language;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report is about.
 *
 * @param parameters of the strategy
 * @param files by their names, with their SHA-256
 * @param past what a desk of then told beside the bars; null where none was asked for
 * @param command that would run it again
 */
public record ReportSubject(
        String strategy,
        Map<String, Double> parameters,
        BacktestRun run,
        BacktestTerms terms,
        BacktestFigures figures,
        List<QualityReport> quality,
        Map<String, String> files,
        String version,
        String command,
        Language language,
        @Nullable PastWorld past) {}
