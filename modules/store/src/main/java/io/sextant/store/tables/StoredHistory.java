package io.sextant.store.tables;

import static io.sextant.store.generated.desk.Tables.DESK_FILL;
import static io.sextant.store.generated.desk.Tables.DESK_ORDER;
import static io.sextant.store.generated.desk.Tables.EQUITY_MARK;
import static io.sextant.store.generated.desk.Tables.FACT;
import static io.sextant.store.generated.desk.Tables.SETTING;

import io.sextant.domain.codec.EventCodec;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.request.EquityCurve;
import io.sextant.domain.request.History;
import io.sextant.domain.request.OrderLife;
import io.sextant.store.database.Database;
import io.sextant.store.generated.desk.tables.records.DeskFillRecord;
import io.sextant.store.generated.desk.tables.records.DeskOrderRecord;
import io.sextant.store.journal.FileJournal;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.TablesStopped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Result;

/**
 * Answers from the tables. What was durable in the journal when a question came is waited for, so whoever was told of a fact
 * finds it here; but not for long, since tables that fell behind must not hang a panel.
 */
public final class StoredHistory implements History {

    private static final long LONGEST_WAIT_NANOS = 2_000_000_000;
    private static final int FILLS_AT_ONCE = 10_000;

    private final Database database;
    private final FileJournal journal;
    private final Projection projection;

    public StoredHistory(Database database, FileJournal journal, Projection projection) {
        this.database = database;
        this.journal = journal;
        this.projection = projection;
    }

    private <T> T ask(Function<DSLContext, T> question) {
        projection.await(journal.durablePosition(), LONGEST_WAIT_NANOS);
        projection.failure().ifPresent(detail -> {
            throw new StoreException(new TablesStopped(detail));
        });
        return database.read(question);
    }

    @Override
    public List<OrderLife> orders(int limit) {
        return ask(sql -> {
            List<DeskOrderRecord> orders = sql.selectFrom(DESK_ORDER)
                    .orderBy(DESK_ORDER.ORDER_ID.desc())
                    .limit(limit)
                    .fetch();
            if (orders.isEmpty()) {
                return List.of();
            }
            Map<Long, List<OrderChanged>> changes =
                    changesSince(sql, orders.getLast().getOrderId());
            return orders.stream()
                    .map(row -> new OrderLife(OrderRows.order(row), changes.getOrDefault(row.getOrderId(), List.of())))
                    .toList();
        });
    }

    private static Map<Long, List<OrderChanged>> changesSince(DSLContext sql, long firstOrder) {
        Map<Long, List<OrderChanged>> changes = new HashMap<>();
        sql.select(FACT.PAYLOAD)
                .from(FACT)
                .where(FACT.ORDER_ID.ge(firstOrder))
                .and(FACT.KIND.eq(FactKind.ORDER_CHANGED.name()))
                .orderBy(FACT.JOURNAL_POSITION)
                .forEach(row -> {
                    if (decode(row.value1()) instanceof OrderChanged changed) {
                        changes.computeIfAbsent(changed.order().id().value(), id -> new ArrayList<>())
                                .add(changed);
                    }
                });
        return changes;
    }

    @Override
    public List<Fill> fills(int limit) {
        return ask(sql -> sql.selectFrom(DESK_FILL)
                .orderBy(DESK_FILL.JOURNAL_POSITION.desc())
                .limit(limit)
                .fetch(OrderRows::fill));
    }

    @Override
    public List<Event> story(OrderId order) {
        return ask(sql -> sql.select(FACT.PAYLOAD)
                .from(FACT)
                .where(FACT.ORDER_ID.eq(order.value()))
                .orderBy(FACT.JOURNAL_POSITION)
                .fetch(row -> decode(row.value1())));
    }

    @Override
    public void eachFill(long lastPosition, FillReader reader) {
        long after = 0;
        while (true) {
            long from = after;
            Result<DeskFillRecord> rows = ask(sql -> sql.selectFrom(DESK_FILL)
                    .where(DESK_FILL.JOURNAL_POSITION.gt(from))
                    .and(DESK_FILL.JOURNAL_POSITION.le(lastPosition))
                    .orderBy(DESK_FILL.JOURNAL_POSITION)
                    .limit(FILLS_AT_ONCE)
                    .fetch());
            for (DeskFillRecord row : rows) {
                after = row.getJournalPosition();
                reader.onFill(after, OrderRows.fill(row));
            }
            if (rows.size() < FILLS_AT_ONCE) {
                return;
            }
        }
    }

    @Override
    public List<Event> newestEvents(int limit) {
        return ask(sql -> sql.select(FACT.PAYLOAD)
                .from(FACT)
                .orderBy(FACT.JOURNAL_POSITION.desc())
                .limit(limit)
                .fetch(row -> decode(row.value1())));
    }

    private static Event decode(byte[] payload) {
        return EventCodec.read(StateBytes.reader(payload));
    }

    @Override
    public EquityCurve equity(long fromNanos, int maxPoints) {
        Result<Record3<Long, Long, Integer>> rows =
                ask(sql -> sql.select(EQUITY_MARK.TIME_NANOS, EQUITY_MARK.EQUITY_UNITS, EQUITY_MARK.CURRENCY_SCALE)
                        .from(EQUITY_MARK)
                        .where(EQUITY_MARK.TIME_NANOS.ge(fromNanos))
                        .orderBy(EQUITY_MARK.TIME_NANOS, EQUITY_MARK.JOURNAL_POSITION)
                        .fetch());
        long[] times = new long[rows.size()];
        double[] equity = new double[rows.size()];
        for (int i = 0; i < times.length; i++) {
            Record3<Long, Long, Integer> row = rows.get(i);
            times[i] = row.value1();
            equity[i] =
                    Money.of(row.value2(), new Currency("EQUITY", row.value3())).toDouble();
        }
        return EquityThinning.thin(new EquityCurve(times, equity), maxPoints);
    }

    /** The desk's settings as they are now. */
    public Map<String, String> settings() {
        return ask(sql -> {
            // Sorted here: how a database sorts texts is its own affair.
            Map<String, String> settings = new TreeMap<>();
            sql.selectFrom(SETTING).forEach(row -> settings.put(row.getName(), row.getContent()));
            return settings;
        });
    }
}
