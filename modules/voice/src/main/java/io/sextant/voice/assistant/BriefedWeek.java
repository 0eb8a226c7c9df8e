package io.sextant.voice.assistant;

import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.EquityCurve;
import io.sextant.domain.request.Query;
import io.sextant.voice.assistant.Briefer.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a week brought beside what doing nothing would have: equal parts of the desk's worth in each instrument that was held or traded, bought at
 * the open of the hour in which the week began and held until now, without a cost.
 */
final class BriefedWeek {

    private static final int POINTS = 2_000;
    private static final int HOURS = 7 * 24 + 2;

    private final Asking engine;
    private final Period period;

    BriefedWeek(Asking engine, Period period) {
        this.engine = engine;
        this.period = period;
    }

    Chapter performance(Chapter chapter) {
        EquityCurve curve = engine.ask(new Query.Equity(period.sinceNanos(), POINTS));
        Speaking speaking = chapter.next();
        if (curve.size() == 0 || curve.equity()[0] <= 0) {
            speaking.say("briefing.noworth");
            return chapter;
        }
        long from = curve.timeNanos()[0];
        double before = curve.equity()[0];
        double now = period.desk().account().equity().toDouble();
        String currency = period.desk().account().equity().currency().code();
        speaking.say(
                "week.made",
                "since",
                speaking.time("week.since", from, "equity"),
                "change",
                speaking.amount("week.equity", now - before, currency, "equity"),
                "share",
                speaking.percent("week.return", now / before - 1, 2, "equity"));
        chapter.draw("equity", curve.timeNanos(), curve.equity());
        Optional<Holding> holding = holding(from);
        if (holding.isEmpty()) {
            chapter.next().say("week.nothingtohold");
            return chapter;
        }
        Speaking held = chapter.next();
        held.say(
                "week.hold",
                "instruments",
                String.join(", ", holding.get().names()),
                "share",
                held.percent("week.hold", holding.get().last() - 1, 2, "bars"));
        held.say(
                "week.against",
                "points",
                held.figure("week.excess", 100 * (now / before - holding.get().last()), 2, "equity"));
        chapter.draw("hold", holding.get().timesNanos(), holding.get().worth(before));
        return chapter;
    }

    Chapter costs(Chapter chapter) {
        Speaking speaking = chapter.next();
        period.countedSince()
                .ifPresent(since -> speaking.say(
                        "changed.counted", "since", speaking.time("changed.countedSince", since, "journal")));
        BriefedPeriod.fills(period, speaking);
        List<OrderFilled> fills = period.of(OrderFilled.class);
        if (!fills.isEmpty()) {
            long rested = fills.stream().filter(each -> each.fill().maker()).count();
            speaking.say("week.maker", "count", speaking.count("fills.maker", rested, "journal"));
        }
        new AccountAnswers(engine).costs(chapter.next());
        return chapter;
    }

    /** Equal parts at the beginning, as a multiple of what was put in. */
    private record Holding(List<String> names, long[] timesNanos, double[] multiple) {

        double last() {
            return multiple[multiple.length - 1];
        }

        double[] worth(double before) {
            return Arrays.stream(multiple).map(each -> each * before).toArray();
        }
    }

    private Optional<Holding> holding(long from) {
        Set<InstrumentId> meant = new LinkedHashSet<>();
        AccountAnswers.held(period.desk(), Optional.empty()).forEach(each -> meant.add(each.instrument()));
        period.of(OrderFilled.class).forEach(each -> meant.add(each.fill().instrument()));
        List<String> names = new ArrayList<>();
        List<BarSeries> bars = new ArrayList<>();
        for (InstrumentId each : meant) {
            BarSeries series = engine.ask(new Query.Bars(each, Timeframe.H1, Long.MAX_VALUE, HOURS));
            if (!series.isEmpty() && series.firstTimeNanos() <= from && first(series, from) < series.size()) {
                names.add(each.symbol());
                bars.add(series);
            }
        }
        return bars.isEmpty() ? Optional.empty() : Optional.of(together(names, bars, from));
    }

    private static int first(BarSeries series, long from) {
        int after = series.indexAtOrAfter(from + 1);
        return Math.max(0, after - 1);
    }

    private static Holding together(List<String> names, List<BarSeries> bars, long from) {
        BarSeries clock = bars.getFirst();
        int begin = first(clock, from);
        long hour = Timeframe.H1.nominalNanos();
        long[] times = new long[clock.size() - begin + 1];
        double[] multiple = new double[times.length];
        times[0] = from;
        multiple[0] = 1;
        for (int i = 1; i < times.length; i++) {
            long opens = clock.openTimeNanos()[begin + i - 1];
            times[i] = Math.max(from, opens + hour);
            double sum = 0;
            for (BarSeries each : bars) {
                int last = Math.max(first(each, from), each.indexAtOrAfter(opens + 1) - 1);
                sum += each.close()[last] / each.open()[first(each, from)];
            }
            multiple[i] = sum / bars.size();
        }
        return new Holding(names, times, multiple);
    }
}
