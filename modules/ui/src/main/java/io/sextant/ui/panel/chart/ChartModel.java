package io.sextant.ui.panel.chart;

import io.sextant.domain.dataset.MarkedStretch;
import io.sextant.domain.dataset.SessionChoice;
import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.domain.parent.ParentKind;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.request.BarReading;
import io.sextant.domain.request.BarReadings;
import io.sextant.domain.request.LiveBars;
import io.sextant.ui.chart.CandleSeries;
import io.sextant.ui.chart.ChartStatus;
import io.sextant.ui.panel.chart.replay.ReplayModel;
import io.sextant.ui.panel.chart.setup.ChartSetup;
import io.sextant.ui.signal.LinkColour;
import io.sextant.ui.signal.TradeInChart;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The bars of one instrument and timeframe, and our orders and fills among them. A load belongs to the {@code request} it was
 * made for; answers to an earlier one are dropped.
 */
final class ChartModel {

    /** A load of bars for an instrument and timeframe; numbers tell a late answer from the one waited for. */
    record Request(int number, ChartSubject subject, Timeframe timeframe, BarReading reading) {

        InstrumentId instrument() {
            return subject.id();
        }
    }

    private final ReadOnlyObjectWrapper<Optional<ChartSubject>> subject = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<BarReadings> readings = new SimpleObjectProperty<>(BarReadings.NONE);
    private final ReadOnlyIntegerWrapper decimals = new ReadOnlyIntegerWrapper(PriceGrid.USUAL_DECIMALS);
    private final ObjectProperty<Timeframe> timeframe = new SimpleObjectProperty<>(Timeframe.M1);
    private final ObjectProperty<ChartSetup> setup = new SimpleObjectProperty<>(ChartSetup.PLAIN);
    private final ReadOnlyObjectWrapper<CandleSeries> series = new ReadOnlyObjectWrapper<>(CandleSeries.empty());
    private final ReadOnlyObjectWrapper<ChartStatus> status = new ReadOnlyObjectWrapper<>(ChartStatus.NO_DATA);
    private final ReadOnlyObjectWrapper<List<Order>> orders = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Optional<TradeInChart>> trade = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Fill>> fills = new ReadOnlyObjectWrapper<>(List.of());
    private final ReplayModel replay = new ReplayModel();
    private final ObjectProperty<LinkColour> link = new SimpleObjectProperty<>(LinkColour.BLUE);
    private final BooleanProperty pinned = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<Headline>> news = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<FeedChanged>> silentFeed =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<MarkedStretch>> doubts = new ReadOnlyObjectWrapper<>(List.of());
    private final ChartPast past = new ChartPast();
    private final ReadOnlyObjectWrapper<List<ParentOrder>> brackets = new ReadOnlyObjectWrapper<>(List.of());
    private List<Order> allOrders = List.of();
    private List<ParentOrder> allParents = List.of();
    private Optional<LiveBars> waiting = Optional.empty();
    private int requests;
    private boolean loaded;
    private boolean historyEnds;

    ReadOnlyObjectProperty<Optional<ChartSubject>> subject() {
        return subject.getReadOnlyProperty();
    }

    /** The shown instrument of the desk; empty for a series that is only in the archive. */
    Optional<Instrument> instrument() {
        return subject.get().flatMap(ChartSubject::instrument);
    }

    /** Which other ways there are to read the shown bars, as far as that is known yet. */
    ObjectProperty<BarReadings> readings() {
        return readings;
    }

    /** How the bars are read: as the setup wishes, where there is such a way. */
    BarReading reading() {
        BarReadings known = readings.get();
        return new BarReading(
                setup.get().adjusted() && known.adjusted(),
                setup.get().regularHours() ? known.hours() : SessionChoice.ALWAYS);
    }

    /** Decimals of the shown prices. */
    ReadOnlyIntegerProperty decimals() {
        return decimals.getReadOnlyProperty();
    }

    ObjectProperty<Timeframe> timeframe() {
        return timeframe;
    }

    /** Studies, style and the rest of what the chart shows besides bars. */
    ObjectProperty<ChartSetup> setup() {
        return setup;
    }

    ReadOnlyObjectProperty<CandleSeries> series() {
        return series.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ChartStatus> status() {
        return status.getReadOnlyProperty();
    }

    /** The past played again; its bars are shown instead of the series while it is active. */
    ReplayModel replay() {
        return replay;
    }

    /** The group of charts that this one belongs to. */
    ObjectProperty<LinkColour> link() {
        return link;
    }

    /** Whether the chart keeps its instrument whatever the others show. */
    BooleanProperty pinned() {
        return pinned;
    }

    /** Headlines about the shown instrument, or about none in particular. */
    ReadOnlyObjectProperty<List<Headline>> news() {
        return news.getReadOnlyProperty();
    }

    /** The feed that has fallen silent or gone, as it was last told. */
    ReadOnlyObjectProperty<Optional<FeedChanged>> silentFeed() {
        return silentFeed.getReadOnlyProperty();
    }

    /** Times of the shown bars that are not to be trusted. */
    ReadOnlyObjectProperty<List<MarkedStretch>> doubts() {
        return doubts.getReadOnlyProperty();
    }

    /** True when a stretch is trusted that was not: its bars are others now and must be asked for. */
    boolean doubted(Request request, List<MarkedStretch> marks) {
        if (request.number() != requests) {
            return false;
        }
        boolean mended =
                doubts.get().stream().anyMatch(before -> marks.stream().noneMatch(mark -> covers(mark, before)));
        doubts.set(marks);
        return mended;
    }

    private static boolean covers(MarkedStretch mark, MarkedStretch before) {
        return mark.fromNanos() <= before.fromNanos() && before.toNanos() <= mark.toNanos();
    }

    /** Working orders in the shown instrument. */
    ReadOnlyObjectProperty<List<Order>> orders() {
        return orders.getReadOnlyProperty();
    }

    /** Brackets that guard a position in the shown instrument. */
    ReadOnlyObjectProperty<List<ParentOrder>> brackets() {
        return brackets.getReadOnlyProperty();
    }

    /** A trade of a backtest that is looked at; gone with its instrument. */
    ObjectProperty<Optional<TradeInChart>> trade() {
        return trade;
    }

    /** Our fills in the shown instrument. */
    ReadOnlyObjectProperty<List<Fill>> fills() {
        return fills.getReadOnlyProperty();
    }

    /** Turns to another instrument or timeframe, or begins anew; empty when there is nothing to load. */
    Optional<Request> begin(Optional<ChartSubject> chosen) {
        boolean other = !chosen.equals(subject.get());
        chosen.flatMap(ChartSubject::instrument)
                .ifPresent(instrument -> decimals.set(instrument.rules().tick().scale()));
        subject.set(chosen);
        waiting = Optional.empty();
        series.set(CandleSeries.empty());
        doubts.set(List.of());
        status.set(chosen.isPresent() ? ChartStatus.LOADING : ChartStatus.NO_DATA);
        if (other) {
            trade.set(trade.get()
                    .filter(kept -> shown().filter(kept.instrument()::equals).isPresent()));
            showBrackets();
            showOrders();
            showFills();
            showNews();
        }
        return reload();
    }

    /** Asks for the newest bars again, keeping what is shown until they come; live bars wait until then. */
    Optional<Request> reload() {
        requests++;
        loaded = false;
        historyEnds = false;
        return current();
    }

    void loaded(Request request, BarSeries bars) {
        if (request.number() != requests) {
            return;
        }
        loaded = true;
        if (!request.subject().isOfDesk()) {
            decimals.set(PriceGrid.decimals(bars));
        }
        series.set(CandleSeries.of(bars));
        status.set(bars.isEmpty() ? ChartStatus.NO_DATA_FOR_TIMEFRAME : ChartStatus.READY);
        if (request.reading().equals(BarReading.PLAIN)) {
            waiting.ifPresent(newest -> series.get().putAll(newest.tail()));
        }
    }

    void failed(Request request) {
        if (request.number() == requests && !loaded) {
            // What is shown stays, and the next live bars try again.
            loaded = !series.get().isEmpty();
            status.set(ChartStatus.FAILED);
        }
    }

    /** Merges the newest bars by time; true when some were missed and must be asked for. */
    boolean live(LiveBars bars) {
        boolean ours = subject.get()
                        .filter(shown -> shown.id().equals(bars.instrument()))
                        .isPresent()
                && bars.timeframe() == timeframe.get();
        if (!ours || bars.tail().isEmpty()) {
            return false;
        }
        waiting = Optional.of(bars);
        return loaded && reading().equals(BarReading.PLAIN) && merge(bars.tail());
    }

    /** Merges the newest bars of a reading that the market does not tell by itself; true when some were missed. */
    boolean refreshed(Request request, BarSeries tail) {
        return request.equals(current().orElse(null)) && loaded && !tail.isEmpty() && merge(tail);
    }

    private boolean merge(BarSeries tail) {
        CandleSeries shown = series.get();
        if (!shown.isEmpty()) {
            long last = shown.openTimeNanos(shown.endIndex() - 1);
            if (tail.firstTimeNanos() > timeframe.get().nextStart(last)) {
                return true;
            }
        }
        shown.putAll(tail);
        status.set(ChartStatus.READY);
        return false;
    }

    /** For more about what is shown now. */
    Optional<Request> current() {
        return subject.get().map(shown -> new Request(requests, shown, timeframe.get(), reading()));
    }

    /** A request for bars older than those shown; empty when there are none or the newest are still loading. */
    Optional<Request> olderWanted() {
        return loaded && !historyEnds ? current() : Optional.empty();
    }

    void olderLoaded(Request request, BarSeries bars) {
        if (request.number() != requests) {
            return;
        }
        int before = series.get().size();
        series.get().prepend(bars);
        historyEnds = series.get().size() == before;
    }

    void update(List<Order> workingOrders, List<ParentOrder> parents) {
        if (!parents.equals(allParents)) {
            allParents = parents;
            showBrackets();
        }
        if (!workingOrders.equals(allOrders)) {
            allOrders = workingOrders;
            showOrders();
        }
    }

    void filled(List<Fill> newFills) {
        if (past.addFills(newFills)) {
            showFills();
        }
    }

    void published(List<HeadlinePublished> published) {
        if (past.addHeadlines(published)) {
            showNews();
        }
    }

    void feedChanged(FeedChanged change) {
        switch (change.status()) {
            case STALE, DISCONNECTED -> silentFeed.set(Optional.of(change));
            case CONNECTED, POLLING, ENDED -> {
                if (silentFeed
                        .get()
                        .filter(known -> known.feed().equals(change.feed()))
                        .isPresent()) {
                    silentFeed.set(Optional.empty());
                }
            }
        }
    }

    private Optional<InstrumentId> shown() {
        return subject.get().map(ChartSubject::id);
    }

    private void showNews() {
        news.set(past.headlines(shown()));
    }

    private void showFills() {
        fills.set(past.fills(shown()));
    }

    private void showBrackets() {
        Optional<InstrumentId> shown = shown();
        brackets.set(allParents.stream()
                .filter(parent -> parent.kind() == ParentKind.BRACKET
                        && !parent.stage().isTerminal()
                        && shown.filter(parent.instrument()::equals).isPresent())
                .toList());
    }

    private void showOrders() {
        Optional<InstrumentId> shown = shown();
        orders.set(allOrders.stream()
                .filter(order ->
                        shown.filter(order.terms().instrument()::equals).isPresent())
                .toList());
    }
}
