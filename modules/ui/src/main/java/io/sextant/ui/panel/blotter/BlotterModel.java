package io.sextant.ui.panel.blotter;

import io.sextant.domain.event.AccountMarked;
import io.sextant.domain.event.AnomalySeen;
import io.sextant.domain.event.BreakerChanged;
import io.sextant.domain.event.EngineStarted;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.event.ForecastChanged;
import io.sextant.domain.event.GateStateChanged;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.event.KillSwitchChanged;
import io.sextant.domain.event.MarketPaceChanged;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.event.OverrideUsed;
import io.sextant.domain.event.ParentChanged;
import io.sextant.domain.event.PassportWritten;
import io.sextant.domain.event.RegimeChanged;
import io.sextant.domain.event.RiskLimitsChanged;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.event.StrategyChanged;
import io.sextant.domain.event.StrategyThrottled;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.OrderLife;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/**
 * Orders and fills, newest first. The past comes by queries, the rest by events; they overlap, and an order's changes are told
 * apart by their place in the journal, a fill by order and trade.
 */
final class BlotterModel {

    static final int MAX_ROWS = 5_000;

    private record FillKey(OrderId order, long tradeId) {}

    private final LiveRows<OrderId, Order> working = new LiveRows<>(Order::id);
    private final LiveRows<Object, HistoryRow> history = new LiveRows<>(BlotterModel::historyKey);
    private final LiveRows<FillKey, Fill> fills = new LiveRows<>(fill -> new FillKey(fill.order(), fill.tradeId()));
    private final ReadOnlyStringWrapper filter = new ReadOnlyStringWrapper("");
    private final FilteredList<LiveRow<Order>> shownWorking = new FilteredList<>(working.list());
    private final FilteredList<LiveRow<HistoryRow>> shownHistory = new FilteredList<>(history.list());
    private final FilteredList<LiveRow<Fill>> shownFills = new FilteredList<>(fills.list());

    FilteredList<LiveRow<Order>> working() {
        return shownWorking;
    }

    FilteredList<LiveRow<HistoryRow>> history() {
        return shownHistory;
    }

    FilteredList<LiveRow<Fill>> fills() {
        return shownFills;
    }

    ReadOnlyStringProperty filter() {
        return filter.getReadOnlyProperty();
    }

    /** Shows the rows whose words, as the reader sees them, contain all the words of {@code text}. */
    void filter(String text, RowWords words) {
        filter.set(text);
        shownWorking.setPredicate(containing(text, words::of));
        shownHistory.setPredicate(containing(text, words::of));
        shownFills.setPredicate(containing(text, words::of));
    }

    void update(DeskState desk) {
        working.show(desk.workingOrders().stream()
                .sorted(Comparator.comparingLong((Order order) -> order.id().value())
                        .reversed())
                .toList());
    }

    /** The past: lives and fills newest first, and refusals among the newest events. */
    void loaded(List<OrderLife> lives, List<Fill> pastFills, List<Event> newestEvents) {
        List<HistoryRow> rows = new ArrayList<>(history.values());
        for (OrderLife life : lives) {
            OrderLife known = findLife(life.order().id());
            rows.removeIf(row -> historyKey(row).equals(life.order().id()));
            rows.add(new HistoryRow.Lived(known == null ? life : merged(known, life)));
        }
        for (Event event : newestEvents) {
            if (event instanceof OrderRefused refused
                    && history.find(refused.position()).isEmpty()) {
                rows.add(new HistoryRow.Refused(refused));
            }
        }
        rows.sort(Comparator.comparingLong(HistoryRow::createdNanos).reversed());
        history.show(rows);
        history.keepFirst(MAX_ROWS);
        for (Fill fill : pastFills.reversed()) {
            fills.put(fill);
        }
        fills.keepFirst(MAX_ROWS);
    }

    void happened(Event event) {
        switch (event) {
            case OrderChanged changed -> {
                OrderLife step = new OrderLife(changed.order(), List.of(changed));
                OrderLife known = findLife(changed.order().id());
                history.put(new HistoryRow.Lived(known == null ? step : merged(known, step)));
                history.keepFirst(MAX_ROWS);
            }
            case OrderRefused refused -> {
                history.put(new HistoryRow.Refused(refused));
                history.keepFirst(MAX_ROWS);
            }
            case OrderFilled filled -> {
                fills.put(filled.fill());
                fills.keepFirst(MAX_ROWS);
            }
            case EngineStarted other -> {}
            case KillSwitchChanged other -> {}
            case RiskLimitsChanged other -> {}
            case MarketPaceChanged other -> {}
            case HeadlinePublished other -> {}
            case AccountMarked other -> {}
            case SettingChanged other -> {}
            case FeedChanged other -> {}
            case VenueChecked other -> {}
            case ParentChanged other -> {}
            case GateStateChanged other -> {}
            case BreakerChanged other -> {}
            case OverrideUsed other -> {}
            case StrategyThrottled other -> {}
            case AnomalySeen other -> {}
            case ForecastChanged other -> {}
            case RegimeChanged other -> {}
            case StrategyChanged other -> {}
            case PassportWritten other -> {}
        }
    }

    /** What a row says in the reader's language, for the filter. */
    interface RowWords {

        String of(Order order);

        String of(HistoryRow row);

        String of(Fill fill);
    }

    private static <T> Predicate<LiveRow<T>> containing(String text, Function<T, String> words) {
        String[] wanted = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return row -> {
            String said = words.apply(row.get()).toLowerCase(Locale.ROOT);
            for (String word : wanted) {
                if (!said.contains(word)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Object historyKey(HistoryRow row) {
        return switch (row) {
            case HistoryRow.Lived lived -> lived.life().order().id();
            case HistoryRow.Refused refused -> refused.event().position();
        };
    }

    private @Nullable OrderLife findLife(OrderId id) {
        return history.find(id).orElse(null) instanceof HistoryRow.Lived lived ? lived.life() : null;
    }

    /** All changes of both in journal order, and the order as the latest of them left it. */
    private static OrderLife merged(OrderLife first, OrderLife second) {
        Map<Long, OrderChanged> byPosition = new TreeMap<>();
        first.changes().forEach(change -> byPosition.put(change.position(), change));
        second.changes().forEach(change -> byPosition.put(change.position(), change));
        List<OrderChanged> changes = List.copyOf(byPosition.values());
        Order newest = changes.isEmpty() ? second.order() : changes.getLast().order();
        return new OrderLife(newest, changes);
    }
}
