package io.sextant.exchange.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.market.BarSeries;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.standin.fault.Wire;
import io.sextant.exchange.standin.wire.HttpAnswer;
import io.sextant.exchange.standin.wire.HttpRequest;
import io.sextant.exchange.standin.wire.LoopbackServer;
import io.sextant.marketdata.bar.CorporateAction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Both shapes from a server on loopback; the services themselves were never met. */
class DailyHistoryTest {

    private static final long DAY = 86_400_000_000_000L;

    /** 2020-01-02. */
    private static final long THURSDAY = 18_263 * DAY;

    private static final String YAHOO = "{\"chart\":{\"result\":[{\"meta\":{\"symbol\":\"^GSPC\",\"gmtoffset\":-18000},"
            + "\"events\":{\"dividends\":{\"1578321000\":{\"amount\":0.5,\"date\":1578321000}}},"
            + "\"timestamp\":[1577975400,1578061800,1578321000],\"indicators\":{\"quote\":[{\"open\":[1.5,null,3],\"high\":[2,null,4],"
            + "\"low\":[1,null,2.5],\"close\":[1.75,null,3.5],\"volume\":[100,null,300]}]}}],\"error\":null}}";

    private static final String ALPHA = "{\"Meta Data\":{},\"Time Series (Daily)\":{"
            + "\"2020-01-03\":{\"1. open\":\"2\",\"2. high\":\"3\",\"3. low\":\"1\",\"4. close\":\"2.5\",\"5. volume\":\"20\"},"
            + "\"2020-01-02\":{\"1. open\":\"1\",\"2. high\":\"2\",\"3. low\":\"1\",\"4. close\":\"1.5\",\"5. volume\":\"10\"}}}";

    @Test
    void readsColumnsAndLeavesDaysWithoutAPriceOut() throws VenueException {
        try (LoopbackServer server = server(HttpAnswer.ok(YAHOO))) {
            DailyPrices prices = new YahooHistory(address(server)).days("^GSPC", THURSDAY, THURSDAY + 10 * DAY);
            BarSeries days = prices.bars();
            assertThat(days.size()).isEqualTo(2);
            assertThat(days.get(0).openTimeNanos()).isEqualTo(THURSDAY);
            assertThat(days.get(0).close()).isEqualTo(1.75);
            assertThat(days.get(1).openTimeNanos()).isEqualTo(THURSDAY + 4 * DAY);
            assertThat(prices.actions()).containsExactly(new CorporateAction.Dividend(THURSDAY + 4 * DAY, 0.5));
        }
    }

    @Test
    void countsDaysOnTheExchangesOwnCalendarAcrossAClockChange() throws VenueException {
        // Days begin at midnight in London: a Friday in winter, and a Monday in summer that begins on Sunday in UTC.
        String rates = "{\"chart\":{\"result\":[{\"meta\":{\"gmtoffset\":0,\"exchangeTimezoneName\":\"Europe/London\"},"
                + "\"events\":{\"dividends\":{\"1\":{\"amount\":0.5,\"date\":1585522800}}},"
                + "\"timestamp\":[1585267200,1585522800],\"indicators\":{\"quote\":[{\"open\":[1,2],\"high\":[1,2],"
                + "\"low\":[1,2],\"close\":[1,2],\"volume\":[1,2]}]}}],\"error\":null}}";
        long friday = 18_348 * DAY;
        try (LoopbackServer server = server(HttpAnswer.ok(rates))) {
            DailyPrices prices = new YahooHistory(address(server)).days("EURUSD=X", friday, friday + 4 * DAY);
            assertThat(prices.bars().size()).isEqualTo(2);
            assertThat(prices.bars().get(0).openTimeNanos()).isEqualTo(friday);
            assertThat(prices.bars().get(1).openTimeNanos()).isEqualTo(friday + 3 * DAY);
            assertThat(prices.actions()).containsExactly(new CorporateAction.Dividend(friday + 3 * DAY, 0.5));
        }
    }

    @Test
    void readsRowsUnderTheirDatesInOrder() throws VenueException {
        try (LoopbackServer server = server(HttpAnswer.ok(ALPHA))) {
            BarSeries days = new AlphaVantageHistory(address(server), "demo")
                    .days("IBM", THURSDAY, THURSDAY + 2 * DAY)
                    .bars();
            assertThat(days.size()).isEqualTo(2);
            assertThat(days.get(0).openTimeNanos()).isEqualTo(THURSDAY);
            assertThat(days.get(1).volume()).isEqualTo(20);
        }
    }

    @Test
    void tellsANoteThatItWasAskedTooOftenFromAnAnswer() {
        try (LoopbackServer server =
                server(HttpAnswer.ok("{\"Note\":\"Our standard API rate limit is 25 requests per day.\"}"))) {
            assertThatThrownBy(() -> new AlphaVantageHistory(address(server), "demo").days("IBM", 0, THURSDAY))
                    .isInstanceOfSatisfying(
                            VenueException.class,
                            problem -> assertThat(problem.kind()).isEqualTo(VenueException.Kind.THROTTLED));
        }
    }

    @Test
    void saysWhatCannotBeRead() {
        try (LoopbackServer server =
                server(HttpAnswer.ok("{\"chart\":{\"result\":null,\"error\":{\"description\":\"No data found\"}}}"))) {
            assertThatThrownBy(() -> new YahooHistory(address(server)).days("NONE", 0, THURSDAY))
                    .isInstanceOf(VenueException.class)
                    .hasMessageContaining("No data found");
        }
    }

    @Test
    void saysThatAServiceIsNotReachable() {
        LoopbackServer server = server(HttpAnswer.ok(""));
        String address = address(server);
        server.close();
        assertThatThrownBy(() -> new YahooHistory(address).days("^GSPC", 0, THURSDAY))
                .isInstanceOfSatisfying(
                        VenueException.class,
                        problem -> assertThat(problem.kind()).isEqualTo(VenueException.Kind.UNREACHABLE));
    }

    private static String address(LoopbackServer server) {
        return "http://127.0.0.1:" + server.port();
    }

    private static LoopbackServer server(HttpAnswer answer) {
        return new LoopbackServer(new LoopbackServer.Desk() {

            @Override
            public LoopbackServer.Reply answer(HttpRequest request) {
                return LoopbackServer.Reply.whole(answer);
            }

            @Override
            public Function<String, Boolean> connected(HttpRequest request, Wire wire) {
                return message -> false;
            }

            @Override
            public void disconnected(Wire wire) {}
        });
    }
}
