package io.sextant.app.backtest;

import io.sextant.app.sheet.Drawing;
import io.sextant.app.sheet.HtmlSheet;
import io.sextant.app.sheet.PdfSheet;
import io.sextant.app.sheet.Sheet;
import io.sextant.app.sheet.Sheet.Part;
import io.sextant.domain.dataset.Deduction;
import io.sextant.domain.dataset.QualityReport;
import io.sextant.engine.backtest.BacktestFigures;
import io.sextant.engine.backtest.BacktestOrder;
import io.sextant.engine.backtest.BacktestTrade;
import io.sextant.engine.backtest.FillModel;
import io.sextant.engine.backtest.TradingCosts;
import io.sextant.engine.past.InRegimes;
import io.sextant.engine.past.PastWorld;
import io.sextant.risk.stress.HistoricalWindow;
import java.util.ArrayList;
import java.util.List;

/** A backtest as a page for a browser or for paper, in the reader's language; it needs nothing else and reads nothing from a network. */
public final class BacktestReport {

    private static final int REGIME_BARS = 60;
    private static final int SHARPE_BARS = 126;
    private static final int MOST_PRICE_CHARTS = 6;

    private final ReportSubject subject;
    private final ReportWords words;
    private final ReportSeries series;
    private final ReportPictures pictures;
    private final List<Part> parts = new ArrayList<>();

    private BacktestReport(ReportSubject subject) {
        this.subject = subject;
        words = new ReportWords(subject.language());
        series = new ReportSeries(subject.run(), subject.terms().cash());
        pictures = new ReportPictures(subject.run(), series, words);
    }

    public static String html(ReportSubject subject) {
        return HtmlSheet.of(new BacktestReport(subject).sheet());
    }

    public static byte[] pdf(ReportSubject subject) {
        return PdfSheet.of(new BacktestReport(subject).sheet());
    }

    private Sheet sheet() {
        parts.add(new Part.Text(words.say("honest")));
        if (subject.terms().fill() == FillModel.BOOK_QUEUE) {
            parts.add(new Part.Text(words.say("book-fills")));
        }
        summary();
        section("equity", pictures.equity());
        parts.add(new Part.Picture(pictures.falls()));
        section("months", pictures.months(subject.terms().cash()));
        heading("trades");
        for (int k = 0; k < Math.min(MOST_PRICE_CHARTS, subject.run().market().instruments()); k++) {
            parts.add(new Part.Text(subject.run().market().id(k).symbol()));
            parts.add(new Part.Picture(pictures.trades(k)));
        }
        int window = Math.max(2, Math.min(SHARPE_BARS, series.times.length / 4));
        section("sharpe", pictures.rollingSharpe(window), window);
        section("exposure", pictures.exposure());
        costs();
        excursions();
        regimes();
        crises();
        settings();
        quality();
        again();
        return new Sheet(
                words.say("title", subject.strategy()), subject.language().tag(), parts);
    }

    private void heading(String key, Object... values) {
        parts.add(new Part.Heading(words.say(key)));
        parts.add(new Part.Text(words.say(key + "-text", values)));
    }

    private void section(String key, Drawing drawing, Object... values) {
        heading(key, values);
        parts.add(new Part.Picture(drawing));
    }

    private void row(List<List<String>> rows, String key, String value) {
        rows.add(List.of(words.say(key), value));
    }

    private void summary() {
        BacktestFigures figures = subject.figures();
        List<List<String>> rows = new ArrayList<>();
        row(rows, "final-equity", words.amount(figures.finalEquity()));
        row(rows, "return", words.percent(figures.returnShare()));
        row(rows, "buy-hold", words.percent(figures.buyHold()));
        row(rows, "annual-return", words.percent(figures.annualReturn()));
        row(rows, "annual-volatility", words.percent(figures.annualVolatility()));
        row(rows, "sharpe-ratio", words.number(figures.sharpe()));
        row(rows, "sortino", words.number(figures.sortino()));
        row(rows, "calmar", words.number(figures.calmar()));
        row(rows, "drawdown", words.percent(figures.maxDrawdown()));
        row(rows, "count", words.count(figures.trades()));
        row(rows, "win-rate", words.percent(figures.winRate()));
        row(rows, "profit-factor", words.number(figures.profitFactor()));
        row(rows, "in-market", words.percent(figures.exposure()));
        row(rows, "refused", words.count(subject.run().refusals().size()));
        parts.add(new Part.Table(List.of(), rows));
        subject.run().refusals().stream().distinct().limit(5).forEach(each -> parts.add(new Part.Text(each)));
    }

    private void costs() {
        heading("costs");
        List<List<String>> rows = new ArrayList<>();
        row(rows, "fees", words.amount(-subject.run().fees()));
        row(rows, "price-costs", words.amount(-priceCosts()));
        row(rows, "dividends", words.amount(subject.run().flows().dividends()));
        row(rows, "borrowing", words.amount(subject.run().flows().borrowing()));
        row(rows, "funding", words.amount(subject.run().flows().funding()));
        row(rows, "turnover", words.amount(turnover()));
        parts.add(new Part.Table(List.of(), rows));
    }

    /** What orders at an open paid beyond it. */
    private double priceCosts() {
        double paid = 0;
        TradingCosts costs = subject.terms().costs();
        if (costs.spreadBps() == 0 && costs.slippageBps() == 0 && costs.impact() == 0) {
            return 0;
        }
        for (BacktestOrder order : subject.run().orders()) {
            double open = subject.run().market().bars(order.instrument()).open()[order.bar()];
            paid += Math.max(0, order.units() * (order.price() - open));
        }
        return paid;
    }

    private double turnover() {
        return subject.run().orders().stream()
                .mapToDouble(each -> Math.abs(each.units()) * each.price())
                .sum();
    }

    private void excursions() {
        section("excursions", pictures.excursions());
        List<BacktestTrade> trades = subject.run().trades();
        if (trades.isEmpty()) {
            return;
        }
        double[] worst = trades.stream()
                .mapToDouble(each -> series.excursions(each)[0])
                .sorted()
                .toArray();
        double[] best = trades.stream()
                .mapToDouble(each -> series.excursions(each)[1])
                .sorted()
                .toArray();
        List<List<String>> rows = new ArrayList<>();
        row(rows, "worst-median", words.percent(worst[worst.length / 2]));
        row(rows, "best-median", words.percent(best[best.length / 2]));
        row(rows, "worst-of-all", words.percent(worst[0]));
        row(rows, "best-of-all", words.percent(best[best.length - 1]));
        parts.add(new Part.Table(List.of(), rows));
    }

    private void regimes() {
        heading("regimes", REGIME_BARS);
        parts.add(new Part.Table(
                List.of(words.say("regime"), words.say("bars"), words.say("strategy"), words.say("benchmark")),
                new ReportRegimes(series, REGIME_BARS).rows(words)));
        PastWorld past = subject.past();
        if (past != null && past.tellsRegimes()) {
            heading("regimes-told");
            parts.add(new Part.Table(
                    List.of(words.say("regime"), words.say("bars"), words.say("strategy"), words.say("benchmark")),
                    InRegimes.of(subject.run(), series.benchmark, past).stream()
                            .map(part -> List.of(
                                    words.say(part.regime()
                                            .map(regime -> "regime-" + regime.name())
                                            .orElse("regime-untold")),
                                    words.count(part.bars()),
                                    words.percent(part.returnShare()),
                                    words.percent(part.holdingReturn())))
                            .toList()));
        }
    }

    private void crises() {
        heading("crises");
        List<List<String>> rows = new ArrayList<>();
        for (HistoricalWindow each : HistoricalWindow.shipped()) {
            double strategy = series.between(series.equity, each.from(), each.to());
            if (!Double.isNaN(strategy)) {
                rows.add(List.of(
                        each.name(),
                        each.from() + " – " + each.to(),
                        words.percent(strategy),
                        words.percent(series.between(series.benchmark, each.from(), each.to()))));
            }
        }
        if (rows.isEmpty()) {
            parts.add(new Part.Text(words.say("no-crisis")));
            return;
        }
        parts.add(new Part.Table(
                List.of(words.say("crisis"), words.say("span"), words.say("strategy"), words.say("benchmark")), rows));
    }

    private void settings() {
        heading("settings");
        List<List<String>> rows = new ArrayList<>();
        subject.parameters().forEach((name, value) -> rows.add(List.of(name, words.plain(value))));
        TradingCosts costs = subject.terms().costs();
        row(rows, "cash", words.amount(subject.terms().cash()));
        row(rows, "fill", subject.terms().fill().label());
        row(rows, "latency", words.plain(subject.terms().latencyNanos() / 1e6));
        row(rows, "commission", words.plain(costs.commissionShare() * 1e4));
        row(rows, "spread", words.plain(costs.spreadBps()));
        row(rows, "slippage", words.plain(costs.slippageBps()));
        row(rows, "impact", words.plain(costs.impact()));
        row(rows, "borrow-rate", words.percent(costs.borrowPerYear()));
        row(rows, "funding-rate", words.plain(costs.fundingPer8Hours() * 1e4));
        row(rows, "margin", words.percent(subject.terms().maintenanceShare()));
        parts.add(new Part.Table(List.of(), rows));
    }

    private void quality() {
        heading("quality");
        List<List<String>> rows = new ArrayList<>();
        for (QualityReport each : subject.quality()) {
            rows.add(List.of(
                    each.subject(),
                    words.count(each.bars()),
                    words.number(each.score()),
                    deductions(each.deductions())));
        }
        parts.add(new Part.Table(
                List.of(words.say("data"), words.say("bars"), words.say("score"), words.say("found")), rows));
    }

    private String deductions(List<Deduction> of) {
        List<String> each = of.stream()
                .map(one -> words.say("finding-" + one.kind().name()) + " " + words.count(one.count()))
                .toList();
        return each.isEmpty() ? words.say("nothing") : String.join(", ", each);
    }

    private void again() {
        heading("again");
        List<List<String>> rows = new ArrayList<>();
        row(rows, "version", subject.version());
        row(rows, "command", subject.command());
        subject.files().forEach((name, hash) -> rows.add(List.of(name, hash)));
        row(rows, "orders-hash", subject.run().orderStreamHash());
        parts.add(new Part.Table(List.of(), rows));
    }
}
