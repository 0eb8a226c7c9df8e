package io.sextant.exchange.equity;

import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.exchange.http.JsonRequests;
import io.sextant.exchange.json.Fields;
import io.sextant.exchange.json.UnreadableException;
import io.sextant.exchange.port.VenueException;
import io.sextant.marketdata.bar.CorporateAction;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
    private static final long DAY_NANOS = 86_400 * SECOND_NANOS;

    private final JsonRequests requests;

    public YahooHistory(String requestsAt) {
        requests = new JsonRequests(requestsAt);
    }

    @Override
    public String name() {
        return "yahoo";
    }

    @Override
    public boolean hasDividends() {
        return true;
    }

    @Override
    public DailyPrices days(String symbol, long fromNanos, long toNanos) throws VenueException {
        // A day more on either side: a day on the exchange's calendar may open on another one of ours.
        return requests.get(
                "/v8/finance/chart/" + URLEncoder.encode(symbol, StandardCharsets.UTF_8),
                Map.of(
                        "interval",
                        "1d",
                        "events",
                        "div",
                        "period1",
                        Long.toString(Math.floorDiv(fromNanos - DAY_NANOS, SECOND_NANOS)),
                        "period2",
                        Long.toString(Math.ceilDiv(toNanos + DAY_NANOS, SECOND_NANOS))),
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
        ZoneId zone = zone(result.path("meta"));
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (int i = 0; i < times.size(); i++) {
            if (!columns.path("close").path(i).isNumber()) {
                continue;
            }
            long day = dayNanos(times.path(i).asLong(0), zone);
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
        return new DailyPrices(bars.build(), dividends(result, zone, fromNanos, toNanos));
    }

    /** The offset from UTC is that of today, and wrong for the other half of the year. */
    private static ZoneId zone(JsonNode meta) throws UnreadableException {
        String name = meta.path("exchangeTimezoneName").asString("");
        try {
            return name.isEmpty()
                    ? ZoneOffset.ofTotalSeconds(meta.path("gmtoffset").asInt(0))
                    : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new UnreadableException("no time zone: " + e.getMessage());
        }
    }

    /** A stamp is the opening of the exchange; its day is the one on the exchange's own calendar. */
    private static long dayNanos(long stampSeconds, ZoneId zone) {
        long day =
                Instant.ofEpochSecond(stampSeconds).atZone(zone).toLocalDate().toEpochDay();
        return Math.multiplyExact(day, DAY_NANOS);
    }

    private static List<CorporateAction> dividends(JsonNode result, ZoneId zone, long fromNanos, long toNanos)
            throws UnreadableException {
        List<CorporateAction> dividends = new ArrayList<>();
        for (JsonNode paid : result.path("events").path("dividends")) {
            long day = dayNanos(Fields.integer(paid, "date"), zone);
            double cash = Double.parseDouble(Fields.decimal(paid, "amount"));
            if (cash > 0 && day >= fromNanos && day < toNanos) {
                dividends.add(new CorporateAction.Dividend(day, cash));
            }
        }
        return dividends;
    }

    private static double number(JsonNode columns, String name, int i) throws UnreadableException {
        return Double.parseDouble(Fields.decimal(columns.path(name).path(i)));
    }
}
