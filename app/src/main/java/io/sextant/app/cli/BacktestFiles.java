package io.sextant.app.cli;

import io.sextant.app.backtest.BacktestReport;
import io.sextant.app.backtest.ReportSubject;
import io.sextant.engine.backtest.BacktestOrder;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.backtest.BacktestTrade;
import io.sextant.marketdata.file.WholeFile;
import io.sextant.ui.i18n.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The tables that a backtest writes. */
final class BacktestFiles {

    @Option(names = "--trades", paramLabel = "FILE.csv", description = "Where to write the trades.")
    @Nullable Path trades;

    @Option(names = "--orders", paramLabel = "FILE.csv", description = "Where to write the orders with their reasons.")
    @Nullable Path orders;

    @Option(names = "--equity", paramLabel = "FILE.csv", description = "Where to write the equity at each close.")
    @Nullable Path equity;

    @Option(names = "--html", paramLabel = "FILE.html", description = "Where to write the report, for a browser.")
    @Nullable Path html;

    @Option(names = "--pdf", paramLabel = "FILE.pdf", description = "The same on paper.")
    @Nullable Path pdf;

    @Option(names = "--language", paramLabel = "LANG", description = "Of the report: en if not given, or fr.")
    String language = Language.ENGLISH.tag();

    boolean wantsReport() {
        return html != null || pdf != null;
    }

    Language reportLanguage() {
        return Language.findByTag(language)
                .orElseThrow(() -> new RefusedByRule("There is no report in '" + language + "', only in en and fr."));
    }

    void write(ReportSubject subject) throws IOException {
        if (html != null) {
            write(html, BacktestReport.html(subject));
        }
        if (pdf != null) {
            byte[] bytes = BacktestReport.pdf(subject);
            WholeFile.write(pdf, out -> out.write(bytes));
        }
    }

    void write(BacktestRun run) throws IOException {
        write(trades, tradesText(run));
        write(orders, ordersText(run));
        write(equity, equityText(run));
    }

    private static void write(@Nullable Path to, String text) throws IOException {
        if (to != null) {
            WholeFile.write(to, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String tradesText(BacktestRun run) {
        StringBuilder text = new StringBuilder("size,entry_bar,exit_bar,entry_time,exit_time,entry_price,exit_price,"
                + "commission,pnl,return,symbol,entry_reason,exit_reason\n");
        for (BacktestTrade one : run.trades()) {
            text.append(one.units())
                    .append(',')
                    .append(one.entryBar())
                    .append(',')
                    .append(one.exitBar());
            text.append(',').append(time(run, one.instrument(), one.entryBar()));
            text.append(',').append(time(run, one.instrument(), one.exitBar()));
            text.append(',').append(one.entryPrice()).append(',').append(one.exitPrice());
            text.append(',').append(one.commission()).append(',').append(one.profit());
            text.append(',').append(one.returnShare());
            text.append(',').append(run.market().id(one.instrument()));
            text.append(',').append(one.entryReason()).append(',').append(one.exitReason());
            text.append('\n');
        }
        return text.toString();
    }

    private static String ordersText(BacktestRun run) {
        StringBuilder text = new StringBuilder("time,symbol,size,price,commission,reason\n");
        for (BacktestOrder one : run.orders()) {
            text.append(time(run, one.instrument(), one.bar())).append(',');
            text.append(run.market().id(one.instrument())).append(',');
            text.append(one.units()).append(',').append(one.price()).append(',');
            text.append(one.fee()).append(',').append(one.reason()).append('\n');
        }
        return text.toString();
    }

    private static String time(BacktestRun run, int instrument, int bar) {
        return UtcText.of(run.market().bars(instrument).openTimeNanos()[bar]);
    }

    private static String equityText(BacktestRun run) {
        StringBuilder text = new StringBuilder("time,equity\n");
        for (int i = 0; i < run.size(); i++) {
            text.append(UtcText.of(run.timeNanos()[i])).append(',');
            text.append(run.equity()[i]).append('\n');
        }
        return text.toString();
    }
}
