package io.sextant.exchange.equity;

import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.exchange.http.JsonRequests;
import io.sextant.exchange.json.Fields;
import io.sextant.exchange.json.UnreadableException;
import io.sextant.exchange.port.VenueException;
import io.sextant.marketdata.bar.CorporateAction;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A service of the shape of Yahoo's chart: columns beside a list of times, with holes where a day has no price. Its prices have
 * splits in them already, and dividends not.
 */
public final class YahooHistory implements DailyHistory {

    public static final String REQUESTS = "https://query1.finance.yahoo.com";

    private static final long SECOND_NANOS = 1_000_000_000L;

    private final JsonRequests requests;

    public YahooHistory(String requestsAt) {
        requests = new JsonRequests(requestsAt);
    }

    @Override
    public String name() {
        return "yahoo";
    }

    @Override
    public DailyPrices days(String symbol, long fromNanos, long toNanos) throws VenueException {
        return requests.get(
                "/v8/finance/chart/" + URLEncoder.encode(symbol, StandardCharsets.UTF_8),
                Map.of(
                        "interval",
                        "1d",
                        "events",
                        "div",
                        "period1",
                        Long.toString(Math.floorDiv(fromNanos, SECOND_NANOS)),
                        "period2",
                        Long.toString(Math.ceilDiv(toNanos, SECOND_NANOS))),
                answer -> read(answer, fromNanos, toNanos));
    }

    private static DailyPrices read(JsonNode answer, long fromNanos, long toNanos) throws UnreadableException {
        JsonNode chart = Fields.object(answer, "chart");
        if (chart.path("error").isObject()) {
            throw new UnreadableException(
                    chart.path("error").path("description").asString("an error without words"));
        }
        JsonNode result = Fields.array(chart, "result").path(0);
        JsonNode times = result.path("timestamp");
        JsonNode columns = result.path("indicators").path("quote").path(0);
        long offsetSeconds = result.path("meta").path("gmtoffset").asLong(0);
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (int i = 0; i < times.size(); i++) {
            if (!columns.path("close").path(i).isNumber()) {
                continue;
            }
            // The time is the opening of the exchange; its day is the one on the exchange's own calendar.
            long local = Math.multiplyExact(times.path(i).asLong(0) + offsetSeconds, SECOND_NANOS);
            long day = Timeframe.D1.startOf(local);
            boolean follows = bars.size() == 0 || day > bars.lastTimeNanos();
            if (follows && day >= fromNanos && day < toNanos) {
                bars.add(
                        day,
                        number(columns, "open", i),
                        number(columns, "high", i),
                        number(columns, "low", i),
                        number(columns, "close", i),
                        columns.path("volume").path(i).asDouble(0));
            }
        }
        return new DailyPrices(bars.build(), dividends(result, offsetSeconds));
    }

    private static List<CorporateAction> dividends(JsonNode result, long offsetSeconds) throws UnreadableException {
        List<CorporateAction> dividends = new ArrayList<>();
        for (JsonNode paid : result.path("events").path("dividends")) {
            long local = Math.multiplyExact(Fields.integer(paid, "date") + offsetSeconds, SECOND_NANOS);
            double cash = Double.parseDouble(Fields.decimal(paid, "amount"));
            if (cash > 0) {
                dividends.add(new CorporateAction.Dividend(Timeframe.D1.startOf(local), cash));
            }
        }
        return dividends;
    }

    private static double number(JsonNode columns, String name, int i) throws UnreadableException {
        return Double.parseDouble(Fields.decimal(columns.path(name).path(i)));
    }
}
