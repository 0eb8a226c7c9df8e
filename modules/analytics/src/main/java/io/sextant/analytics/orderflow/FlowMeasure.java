package io.sextant.analytics.orderflow;

/** What of a market's book and trades is measured: by which formula, by whom, between which bounds, and what it means. */
public enum FlowMeasure {
    SPREAD("ask - bid", "", "above 0", "What a round trip of the smallest size costs before fees."),
    MIDDLE("(bid + ask)/2", "", "above 0", "The price halfway between the best buyers and sellers."),
    MICROPRICE(
            "(ask x bid size + bid x ask size)/(bid size + ask size)",
            "Gatheral, Oomen 2010",
            "bid to ask",
            "The middle pulled towards the thinner side, where the next trade is likelier."),
    QUEUE_IMBALANCE(
            "(bid size - ask size)/(bid size + ask size), best prices",
            "Gould, Bonart 2016",
            "-1 to 1",
            "1 when only buyers wait at the best prices: the price then tends to rise next."),
    DEPTH_IMBALANCE(
            "the same over the first L levels, or of one level alone",
            "Cao, Hansch, Wang 2009",
            "-1 to 1",
            "Whether more waits below the price or above it."),
    ORDER_FLOW_IMBALANCE(
            "sum of size that comes to the bid or leaves the ask, less the reverse",
            "Cont, Kukanov, Stoikov 2014",
            "any size",
            "What events at the best prices add to buyers: prices move with it nearly in a line."),
    EFFECTIVE_SPREAD(
            "mean of 2 sign (price - middle before)",
            "Lee, Ready 1991",
            "usually 0 to the spread",
            "What takers really paid, twice, so that it compares with the spread."),
    REALISED_SPREAD(
            "mean of 2 sign (price - middle some time after)",
            "Huang, Stoll 1996",
            "any",
            "What of it makers kept: the rest went with the price."),
    ROLL_SPREAD(
            "2 sqrt(-cov of neighbouring moves)",
            "Roll 1984",
            "above 0, unknown where moves do not bounce",
            "The spread that the bounce of trade prices implies, where no quotes are known."),
    KYLE_LAMBDA(
            "slope of a trade's move on its signed quantity",
            "Kyle 1985",
            "any, usually above 0",
            "What one unit bought moves the price."),
    AMIHUD(
            "mean of |return|/turnover",
            "Amihud 2002",
            "0 and above",
            "What fraction of the price a unit of money traded moves: the higher, the less liquid."),
    VPIN(
            "mean of |bought - sold|/volume over buckets of equal volume",
            "Easley, Lopez de Prado, O'Hara 2012",
            "0 to 1",
            "How one-sided trading is: high when takers know, or believe to know, something."),
    TRADE_IMBALANCE(
            "(bought - sold)/(bought + sold), each trade weighing exp(-age/constant)",
            "Chordia, Roll, Subrahmanyam 2002",
            "-1 to 1",
            "Whether takers buy or sell now."),
    TRADE_VELOCITY(
            "sum of exp(-age/constant)/constant",
            "Hawkes 1971 for the kernel",
            "0 and above, a second",
            "How many trades a second come now."),
    BOOK_SLOPE(
            "mean of both sides of size within L levels/their distance from the middle",
            "after Naes, Skjeltorp 2006",
            "above 0",
            "How much waits for each step of the price: a steep book moves little."),
    RESILIENCE(
            "-b of change = a + b value before, exponentially weighted",
            "Kempf, Mayston, Yadav 2009",
            "usually 0 to 1",
            "Which part of a push of spread or depth is gone at the next sample."),
    VOLUME_ANOMALY(
            "(ln(1 + v) - mean)/deviation of spans before",
            "Ajinkya, Jain 1989",
            "any",
            "How unusual the volume of the last span is: above 5 is an alarm."),
    SWEEP(
            "quantity of a run through L prices or more/usual quantity of a run",
            "Chakravarty, Jain, Upson, Wood 2012",
            "0 and above",
            "Somebody took all that was offered at several prices at once: he was in a hurry."),
    ICEBERG(
            "how often one quantity came back within 0.1 s of trades that used it up",
            "Frey, Sandas 2009",
            "0 and above",
            "More waits at this price than the book shows."),
    SPOOFING(
            "large size pulled without trading/large size shown, exponentially weighted",
            "Lee, Eom, Park 2013",
            "0 to 1",
            "Large orders come near the price and go before they trade: what the book shows is not meant."),
    QUICK_QUOTES(
            "size taken back within 100 ms/size added, near the best price",
            "Hasbrouck, Saar 2009",
            "0 to 1",
            "How much of the book is the work of machines that change their mind at once."),
    MESSAGES_PER_TRADE(
            "changes of levels/trades, exponentially weighted",
            "Hendershott, Jones, Menkveld 2011",
            "0 and above",
            "How much is quoted for what is traded: high where machines make the market."),
    ABSORPTION(
            "1 - |move|/(lambda |signed volume|) of a bucket, sign of who absorbs",
            "after Kyle 1985",
            "-1 to 1",
            "Takers press and the price stands: 1 when waiting buyers took all that was sold."),
    FOOTPRINT(
            "bought and sold by price within a bar; imbalance aslant, bought at p against sold at p - 1",
            "Steidlmayer 1984 for the profile inside a bar",
            "0 and above",
            "Where inside a bar buyers or sellers pressed."),
    VOLUME_PROFILE(
            "volume by price; value area from the heaviest row until 70 %",
            "Steidlmayer 1984", "0 and above", "At which prices most was traded, where price tends to come to rest.");

    private final String formula;
    private final String source;
    private final String range;
    private final String meaning;

    FlowMeasure(String formula, String source, String range, String meaning) {
        this.formula = formula;
        this.source = source;
        this.range = range;
        this.meaning = meaning;
    }

    public String formula() {
        return formula;
    }

    /** Paper, empty where the measure needs none. */
    public String source() {
        return source;
    }

    public String range() {
        return range;
    }

    public String meaning() {
        return meaning;
    }
}
