package io.sextant.marketdata.file;

import java.util.Locale;
import java.util.Set;

/** What a column of a file holds. */
enum ColumnRole {
    TIME,
    /** A time of day beside a column with the date. */
    CLOCK,
    /** The end of a bar. */
    END_TIME,
    SYMBOL,
    OPEN,
    HIGH,
    LOW,
    CLOSE,
    VOLUME,
    PRICE,
    AMOUNT,
    TRADE_ID,
    BID_OPEN,
    BID_HIGH,
    BID_LOW,
    BID_CLOSE,
    ASK_OPEN,
    ASK_HIGH,
    ASK_LOW,
    ASK_CLOSE,
    /** A price or figure a time, named by the column. */
    VALUE,
    IGNORED;

    private static final Set<String> TIMES = Set.of(
            "time",
            "timestamp",
            "datetime",
            "date",
            "day",
            "dt",
            "ts",
            "t",
            "unix",
            "epoch",
            "opentime",
            "starttime",
            "bartime",
            "tradetime",
            "eventtime",
            "gmttime",
            "localtime",
            "startdate",
            "opendate",
            "tsevent",
            "start");
    private static final Set<String> UNITS = Set.of(
            "s", "sec", "seconds", "unix", "unixs", "ms", "millis", "us", "micros", "ns", "nanos", "utc", "gmt", "et",
            "est");
    private static final Set<String> ENDS =
            Set.of("endtime", "closetime", "barend", "end", "endtimestamp", "closetimestamp", "enddate", "closedate");
    private static final Set<String> SYMBOLS = Set.of(
            "symbol",
            "ticker",
            "instrument",
            "pair",
            "market",
            "product",
            "contract",
            "file",
            "sym",
            "code",
            "isin",
            "asset");
    private static final Set<String> AMOUNTS =
            Set.of("amount", "size", "qty", "quantity", "tradesize", "tradeqty", "baseqty", "sz", "amt", "q");
    private static final Set<String> IDS = Set.of("id", "tradeid", "tid", "tradeno", "execid", "matchid", "aggtradeid");
    private static final Set<String> FIGURES = Set.of(
            "quoteav",
            "quoteassetvolume",
            "quotevolume",
            "trades",
            "numberoftrades",
            "count",
            "tradecount",
            "n",
            "cost",
            "tbbaseav",
            "tbquoteav",
            "takerbuybaseassetvolume",
            "takerbuyquoteassetvolume",
            "ignore",
            "marketcap",
            "type",
            "side",
            "takerside",
            "isbuyermaker",
            "isbestmatch",
            "quoteqty",
            "spread",
            "vwap",
            "adjclose",
            "adjustedclose",
            "bidsize",
            "asksize",
            "dividends",
            "stocksplits",
            "splits",
            "exchange",
            "conditions",
            "flags",
            "index",
            "change",
            "changepercent",
            "tickvol",
            "per",
            "funding",
            "weightedaverage",
            "turnover",
            "sequence");

    /** What a heading means; {@link #VALUE} when it says nothing that is known. */
    static ColumnRole ofHeading(String heading) {
        String name = plain(heading);
        if (name.isEmpty()) {
            return IGNORED;
        }
        if (isTimed(name, ENDS)) {
            return END_TIME;
        }
        if (isTimed(name, TIMES)) {
            return TIME;
        }
        if (SYMBOLS.contains(name)) {
            return SYMBOL;
        }
        if (IDS.contains(name)) {
            return TRADE_ID;
        }
        if (FIGURES.contains(name)) {
            return IGNORED;
        }
        return ofPrice(name);
    }

    private static ColumnRole ofPrice(String name) {
        return switch (name) {
            case "open", "o", "openprice", "first", "priceopen" -> OPEN;
            case "high", "h", "highprice", "max", "pricehigh" -> HIGH;
            case "low", "l", "lowprice", "min", "pricelow" -> LOW;
            case "close", "c", "closeprice", "last", "closelast", "priceclose" -> CLOSE;
            case "price", "p", "px", "tradeprice", "rate", "value" -> PRICE;
            case "volume", "vol", "v", "basevolume", "tradedvolume", "volumetraded" -> VOLUME;
            case "bidopen", "openbid" -> BID_OPEN;
            case "bidhigh", "highbid" -> BID_HIGH;
            case "bidlow", "lowbid" -> BID_LOW;
            case "bidclose", "closebid" -> BID_CLOSE;
            case "askopen", "openask" -> ASK_OPEN;
            case "askhigh", "highask" -> ASK_HIGH;
            case "asklow", "lowask" -> ASK_LOW;
            case "askclose", "closeask" -> ASK_CLOSE;
            default -> AMOUNTS.contains(name) ? AMOUNT : name.startsWith("volume") ? VOLUME : VALUE;
        };
    }

    /** A known word alone or with a unit behind it: {@code timestamp_ms}, {@code time_unix_s}, {@code Gmt time}. */
    private static boolean isTimed(String name, Set<String> words) {
        if (words.contains(name)) {
            return true;
        }
        for (String unit : UNITS) {
            if (name.endsWith(unit) && words.contains(name.substring(0, name.length() - unit.length()))) {
                return true;
            }
        }
        return false;
    }

    /** Small letters and digits only. */
    static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
