package io.sextant.simulator.agent;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.matching.BookListener;
import io.sextant.matching.LadderBook;
import io.sextant.simulator.process.Draws;
import io.sextant.simulator.process.MarketProcess;

/**
 * One instrument's book and everybody who trades in it. Agents act at random times with rates that depend on the time of day,
 * the volatility they see and how busy it has just been; what they see is the book, recent prices and, with errors and delays,
 * the worth.
 */
public final class InstrumentMarket implements BookListener {

    static final int PUBLIC = LadderBook.NO_OWNER;

    /** The desk that uses this application: its orders rest among the agents' and never trade with each other. */
    public static final int DESK = 1;

    private static final double DAY_SECONDS = 86_400;

    /** Volatility is estimated from moves over so many steps, less what half a tick's bounce makes of a still price. */
    private static final int VOLATILITY_STEPS = 16;

    private static final double BOUNCE_TICKS = 0.5;

    private static final double VOLATILITY_SECONDS = 90;
    private static final double CALMEST = 0.6;
    private static final double WILDEST = 8;

    private static final double FLOW_SECONDS = 30;
    private static final double FLOW_IMPACT = 0.5;
    private static final double LARGEST_FLOW_SHIFT = 6;

    /** Each taker brings so many others, on average, within seconds (Hawkes, 1971). */
    private static final double FOLLOWERS = 0.4;

    private static final double FOLLOW_SECONDS = 4;
    private static final double MOST_EXCITED = 2;

    private static final double VALUE_SHARE = 0.35;
    private static final double TREND_SHARE = 0.25;
    private static final double INVENTORY_SECONDS = 600;

    private final int instrument;
    private final AgentProfile profile;
    private final MarketProcess process;
    private final MarketReport report;
    private final LadderBook book = new LadderBook(this);
    private final Draws draws;

    private final MarketMakers makers;
    private final NoiseTraders noise;
    private final ValueTraders value;
    private final TrendFollowers trend;
    private final LargeSeller largeSeller;

    private final double flowKeep;
    private final double excitementKeep;
    private final double inventoryKeep;
    private final double excitementStep;
    private final double usualVariance;
    private final double varianceStep;

    private double midTicks;
    private double variance;
    private double referenceTicks;
    private int stepsSinceReference;
    private double flow;
    private double excitement;
    private double halfSpreadTicks;
    private double thinness = 1;
    private double activity = 1;
    private long lastId;

    public InstrumentMarket(
            int instrument, AgentProfile profile, MarketProcess process, Draws draws, MarketReport report) {
        this.instrument = instrument;
        this.profile = profile;
        this.process = process;
        this.draws = draws;
        this.report = report;
        double step = process.stepSeconds();
        makers = new MarketMakers(this);
        noise = new NoiseTraders(this);
        value = new ValueTraders(this, noise);
        trend = new TrendFollowers(this, step);
        largeSeller = new LargeSeller(this);
        flowKeep = StrictMath.exp(-step / FLOW_SECONDS);
        excitementKeep = StrictMath.exp(-step / FOLLOW_SECONDS);
        inventoryKeep = StrictMath.exp(-step / INVENTORY_SECONDS);
        excitementStep = FOLLOWERS / (profile.takersASecond() * FOLLOW_SECONDS);
        double seconds = step * VOLATILITY_STEPS;
        usualVariance = profile.dailyVolatility() * profile.dailyVolatility() * seconds / DAY_SECONDS;
        varianceStep = 1 - StrictMath.exp(-seconds / VOLATILITY_SECONDS);
        variance = usualVariance;
    }

    /** Fills the empty book before anybody watches. */
    public void open() {
        midTicks = valueTicks();
        referenceTicks = midTicks;
        halfSpreadTicks = profile.halfSpreadTicks();
        makers.open(midTicks);
        noise.open();
        trend.open(midTicks);
    }

    /** The worth has changed and time has passed by one step of the process. */
    public void onTick() {
        if (!book.isEmpty(Side.BUY) && !book.isEmpty(Side.SELL)) {
            midTicks = (book.bestTicks(Side.BUY) + book.bestTicks(Side.SELL)) / 2.0;
        }
        if (++stepsSinceReference == VOLATILITY_STEPS) {
            double move = midTicks / referenceTicks - 1;
            double bounce = BOUNCE_TICKS / referenceTicks;
            variance += varianceStep * (Math.max(0, move * move - bounce * bounce) - variance);
            referenceTicks = midTicks;
            stepsSinceReference = 0;
        }
        double wildness = Math.sqrt(variance / usualVariance);
        wildness = Math.max(CALMEST, Math.min(WILDEST, wildness));
        halfSpreadTicks = profile.halfSpreadTicks() * wildness;
        thinness = 1 / Math.max(1, wildness);
        activity = process.activity(instrument) * Math.sqrt(wildness);
        flow *= flowKeep;
        excitement *= excitementKeep;
        makers.hedge(inventoryKeep);
        noise.onTick(process.stepSeconds());
        trend.onTick(midTicks);
        largeSeller.onTick(process.stepSeconds());
    }

    /** Actions a second, now. */
    public double rate() {
        double takers = profile.takersASecond() * activity;
        return makerRate()
                + profile.restersASecond() * activity * (1 + noise.cancelPressure())
                + takers * (1 + excitement + VALUE_SHARE + TREND_SHARE)
                + (largeSeller.isActive() ? LargeSeller.PIECES_A_SECOND : 0);
    }

    private double makerRate() {
        return MarketMakers.MAKERS * profile.makerWakesASecond() * Math.max(0.5, activity);
    }

    /** One action of somebody, chosen by the rates. */
    public void act() {
        double u = draws.uniform() * rate();
        double makersPart = makerRate();
        if (u < makersPart) {
            makers.wake((int) (u / makersPart * MarketMakers.MAKERS));
            return;
        }
        u -= makersPart;
        double resters = profile.restersASecond() * activity;
        if (u < resters) {
            noise.placeOne();
            return;
        }
        u -= resters;
        if (u < resters * noise.cancelPressure()) {
            noise.takeBackOne();
            return;
        }
        u -= resters * noise.cancelPressure();
        double takers = profile.takersASecond() * activity;
        if (u < takers * (1 + excitement)) {
            noise.takeOne();
            return;
        }
        u -= takers * (1 + excitement);
        if (u < takers * VALUE_SHARE) {
            value.act();
        } else if (u < takers * (VALUE_SHARE + TREND_SHARE) || !largeSeller.isActive()) {
            trend.act();
        } else {
            largeSeller.act();
        }
    }

    public LadderBook book() {
        return book;
    }

    public double midTicks() {
        return midTicks;
    }

    AgentProfile profile() {
        return profile;
    }

    Draws draws() {
        return draws;
    }

    double valueTicks() {
        return process.valueTicks(instrument);
    }

    double halfSpreadTicks() {
        return halfSpreadTicks;
    }

    /** Part of their usual size that makers show now. */
    double thinness() {
        return thinness;
    }

    /** How far recent takers have pushed the fair price, by the square root of their size (Bouchaud, 2010). */
    double flowShiftTicks() {
        double push = Math.sqrt(Math.abs(flow) / profile.frontLots());
        double shift = Math.min(LARGEST_FLOW_SHIFT, FLOW_IMPACT * push) * halfSpreadTicks;
        return flow < 0 ? -shift : shift;
    }

    void lowerWorth(double logReturn) {
        process.learn(instrument, -logReturn);
    }

    boolean wouldTrade(Side side, long limitTicks) {
        Side other = side.opposite();
        return !book.isEmpty(other) && side.sign() * (limitTicks - book.bestTicks(other)) >= 0;
    }

    long bestOr(Side side, long otherwise) {
        return book.isEmpty(side) ? otherwise : book.bestTicks(side);
    }

    /** Lets an order rest that does not trade. */
    long rest(int owner, Side side, long ticks, long lots) {
        long id = --lastId;
        book.submit(id, owner, side, ticks, lots, BookEntry.REST);
        return id;
    }

    long take(int owner, Side side, long limitTicks, long lots) {
        return book.submit(--lastId, owner, side, limitTicks, lots, BookEntry.IMMEDIATE_OR_CANCEL);
    }

    /** Takes what the other side offers within so many half spreads of its best price. */
    long takeWithin(Side side, double reach, long lots) {
        if (book.isEmpty(side.opposite())) {
            return 0;
        }
        long limit = book.bestTicks(side.opposite()) + side.sign() * Math.round(reach * halfSpreadTicks);
        return take(PUBLIC, side, Math.max(1, limit), lots);
    }

    @Override
    public void onTrade(
            long makerId,
            int makerOwner,
            long takerId,
            int takerOwner,
            Side takerSide,
            long priceTicks,
            long lots,
            long makerLotsLeft) {
        if (makerOwner >= MarketMakers.FIRST_OWNER) {
            makers.filled(makerOwner, takerSide.opposite(), lots);
        }
        if (takerOwner >= MarketMakers.FIRST_OWNER) {
            makers.filled(takerOwner, takerSide, lots);
        } else {
            flow += takerSide.sign() * (double) lots;
            excitement = Math.min(MOST_EXCITED, excitement + excitementStep);
        }
        report.onTrade(instrument, makerId, makerOwner, takerId, takerOwner, takerSide, priceTicks, lots);
    }

    @Override
    public void onLevel(Side side, long priceTicks, long lots) {
        report.onLevel(instrument, side, priceTicks, lots);
    }

    public void save(StateWriter out) {
        book.save(out);
        draws.save(out);
        makers.save(out);
        noise.save(out);
        trend.save(out);
        largeSeller.save(out);
        out.putDouble(midTicks);
        out.putDouble(variance);
        out.putDouble(referenceTicks);
        out.putInt(stepsSinceReference);
        out.putDouble(flow);
        out.putDouble(excitement);
        out.putDouble(halfSpreadTicks);
        out.putDouble(thinness);
        out.putDouble(activity);
        out.putLong(lastId);
    }

    public void load(StateReader in) {
        book.load(in);
        draws.load(in);
        makers.load(in);
        noise.load(in);
        trend.load(in);
        largeSeller.load(in);
        midTicks = in.getDouble();
        variance = in.getDouble();
        referenceTicks = in.getDouble();
        stepsSinceReference = in.getInt();
        flow = in.getDouble();
        excitement = in.getDouble();
        halfSpreadTicks = in.getDouble();
        thinness = in.getDouble();
        activity = in.getDouble();
        lastId = in.getLong();
    }
}
