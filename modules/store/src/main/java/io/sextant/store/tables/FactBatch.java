package io.sextant.store.tables;

import static io.sextant.store.generated.desk.Tables.DESK_FILL;
import static io.sextant.store.generated.desk.Tables.DESK_ORDER;
import static io.sextant.store.generated.desk.Tables.EQUITY_MARK;
import static io.sextant.store.generated.desk.Tables.FACT;
import static io.sextant.store.generated.desk.Tables.HEADLINE;
import static io.sextant.store.generated.desk.Tables.HOLDING;
import static io.sextant.store.generated.desk.Tables.ORDER_CHANGE;
import static io.sextant.store.generated.desk.Tables.SETTING;

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
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Headline;
import io.sextant.store.database.StorableText;
import io.sextant.store.generated.desk.tables.records.DeskFillRecord;
import io.sextant.store.generated.desk.tables.records.DeskOrderRecord;
import io.sextant.store.generated.desk.tables.records.EquityMarkRecord;
import io.sextant.store.generated.desk.tables.records.FactRecord;
import io.sextant.store.generated.desk.tables.records.HeadlineRecord;
import io.sextant.store.generated.desk.tables.records.OrderChangeRecord;
import io.sextant.store.generated.desk.tables.records.SettingRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;

/** The rows that a run of facts makes; of what changes again and again, only the last state is written. */
final class FactBatch {

    private static final int HEADLINE_NAME_MAX = 200;

    private final Holdings holdings;
    private final List<FactRecord> facts = new ArrayList<>();
    private final List<OrderChangeRecord> changes = new ArrayList<>();
    private final List<DeskFillRecord> fills = new ArrayList<>();
    private final List<EquityMarkRecord> marks = new ArrayList<>();
    private final List<HeadlineRecord> headlines = new ArrayList<>();
    private final Map<Long, DeskOrderRecord> orders = new LinkedHashMap<>();
    private final Map<String, SettingRecord> settings = new LinkedHashMap<>();

    FactBatch(Holdings holdings) {
        this.holdings = holdings;
    }

    int size() {
        return facts.size();
    }

    void add(long position, Event event, byte[] payload) {
        FactRecord fact =
                new FactRecord(position, event.timeNanos(), FactKind.of(event).name(), null, payload);
        facts.add(fact);
        switch (event) {
            case OrderChanged changed -> {
                fact.setOrderId(changed.order().id().value());
                orders.put(changed.order().id().value(), OrderRows.orderRow(changed));
                changes.add(OrderRows.changeRow(changed));
            }
            case OrderFilled filled -> {
                fact.setOrderId(filled.fill().order().value());
                fills.add(OrderRows.fillRow(filled));
                holdings.onFill(filled);
            }
            case PassportWritten written ->
                fact.setOrderId(written.passport().order().value());
            case AccountMarked marked -> marks.add(markRow(marked));
            case HeadlinePublished published -> headlines.add(headlineRow(published));
            case SettingChanged changed -> {
                String key = StorableText.of(changed.key());
                settings.put(key, new SettingRecord(key, StorableText.of(changed.value()), changed.position()));
            }
            case EngineStarted _,
                    OrderRefused _,
                    ParentChanged _,
                    KillSwitchChanged _,
                    RiskLimitsChanged _,
                    MarketPaceChanged _,
                    FeedChanged _,
                    GateStateChanged _,
                    BreakerChanged _,
                    OverrideUsed _,
                    StrategyThrottled _,
                    AnomalySeen _,
                    ForecastChanged _,
                    RegimeChanged _,
                    StrategyChanged _,
                    VenueChecked _ -> {}
        }
    }

    private static EquityMarkRecord markRow(AccountMarked marked) {
        return new EquityMarkRecord(
                marked.position(),
                marked.timeNanos(),
                marked.equity().units(),
                marked.realised().units(),
                marked.unrealised().units(),
                marked.fees().units(),
                marked.grossExposure().units(),
                marked.equity().currency().code(),
                marked.equity().currency().scale());
    }

    private static HeadlineRecord headlineRow(HeadlinePublished published) {
        Headline headline = published.headline();
        String instruments =
                headline.instruments().stream().map(InstrumentId::symbol).collect(Collectors.joining(" "));
        return new HeadlineRecord(
                published.position(),
                published.timeNanos(),
                headline.timeNanos(),
                OrderRows.cut(instruments, OrderRows.TEXT_MAX),
                OrderRows.cut(headline.template(), HEADLINE_NAME_MAX),
                OrderRows.cut(headline.text(), OrderRows.TEXT_MAX),
                OrderRows.cut(headline.source(), HEADLINE_NAME_MAX));
    }

    /** Inside of a transaction. */
    void write(DSLContext sql) {
        insert(sql, FACT, facts);
        insert(sql, ORDER_CHANGE, changes);
        insert(sql, DESK_FILL, fills);
        insert(sql, EQUITY_MARK, marks);
        insert(sql, HEADLINE, headlines);
        replace(sql, DESK_ORDER, DESK_ORDER.ORDER_ID, orders.values());
        replace(sql, SETTING, SETTING.NAME, settings.values());
        replace(sql, HOLDING, HOLDING.INSTRUMENT, holdings.takeChanged());
    }

    private static <R extends Record, K> void replace(
            DSLContext sql, Table<R> table, TableField<R, K> key, Collection<R> rows) {
        if (rows.isEmpty()) {
            return;
        }
        BatchBindStep deletes = sql.batch(sql.deleteFrom(table).where(key.eq((K) null)));
        for (R row : rows) {
            deletes = deletes.bind(row.get(key));
        }
        deletes.execute();
        insert(sql, table, rows);
    }

    /** One statement for all, since to render one a row costs more than to run it. */
    private static <R extends Record> void insert(DSLContext sql, Table<R> table, Collection<R> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Field<?>[] fields = table.fields();
        BatchBindStep inserts = sql.batch(sql.insertInto(table).columns(fields).values(new Object[fields.length]));
        for (R row : rows) {
            inserts = inserts.bind(row.intoArray());
        }
        inserts.execute();
    }
}
