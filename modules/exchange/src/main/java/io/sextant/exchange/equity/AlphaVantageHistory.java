package io.sextant.exchange.equity;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.exchange.http.JsonRequests;
import io.sextant.exchange.json.Fields;
import io.sextant.exchange.json.UnreadableException;
import io.sextant.exchange.port.VenueException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A service of the shape of Alpha Vantage's daily series: rows under their dates, and a note instead when asked too often.
 * Prices are as they traded; it does not say what happened to the share.
 */
public final class AlphaVantageHistory implements DailyHistory {

    public static final String REQUESTS = "https://www.alphavantage.co";

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final JsonRequests requests;
    private final String key;

    public AlphaVantageHistory(String requestsAt, String key) {
        requests = new JsonRequests(requestsAt);
        this.key = key;
    }

    @Override
    public String name() {
        return "alphavantage";
    }

    @Override
    public DailyPrices days(String symbol, long fromNanos, long toNanos) throws VenueException {
        JsonNode answer = requests.get(
                "/query",
                Map.of("function", "TIME_SERIES_DAILY", "symbol", symbol, "outputsize", "full", "apikey", key),
                whole -> whole);
        if (answer.has("Error Message")) {
            throw new VenueException(
                    VenueException.Kind.REFUSED, answer.path("Error Message").asString(""));
        }
        if (answer.has("Note") || answer.has("Information")) {
            throw VenueException.throttled("alphavantage was asked too often", MINUTE_NANOS);
        }
        try {
            return new DailyPrices(read(Fields.object(answer, "Time Series (Daily)"), fromNanos, toNanos), List.of());
        } catch (UnreadableException | RuntimeException e) {
            throw new VenueException(VenueException.Kind.UNREADABLE, String.valueOf(e.getMessage()), e);
        }
    }

    private static BarSeries read(JsonNode rows, long fromNanos, long toNanos) throws UnreadableException {
        TreeMap<Long, JsonNode> byDay = new TreeMap<>();
        for (Map.Entry<String, JsonNode> row : rows.properties()) {
            long day = LocalDate.parse(row.getKey()).toEpochDay() * Timeframe.D1.nominalNanos();
            if (day >= fromNanos && day < toNanos) {
                byDay.put(day, row.getValue());
            }
        }
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (Map.Entry<Long, JsonNode> row : byDay.entrySet()) {
            bars.add(
                    row.getKey(),
                    number(row.getValue(), "1. open"),
                    number(row.getValue(), "2. high"),
                    number(row.getValue(), "3. low"),
                    number(row.getValue(), "4. close"),
                    number(row.getValue(), "5. volume"));
        }
        return bars.build();
    }

    private static double number(JsonNode row, String name) throws UnreadableException {
        return Double.parseDouble(Fields.decimal(row, name));
    }
}
