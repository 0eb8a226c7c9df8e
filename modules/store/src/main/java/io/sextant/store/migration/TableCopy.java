package io.sextant.store.migration;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.query;
import static org.jooq.impl.DSL.val;

import io.sextant.store.database.Database;
import io.sextant.store.database.StorableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectSeekStepN;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** One table, read a page at a time along its key, so that no table needs room in memory. */
final class TableCopy<R extends Record> {

    private static final int ROWS_A_PAGE = 1_000;

    /** A chunk of bars has some tens of kilobytes, a model may have megabytes. */
    private static final int CONTENTS_A_PAGE = 32;

    private final Table<R> table;
    private final List<Field<?>> key;
    private final int pageRows;

    TableCopy(Table<R> table) {
        this.table = table;
        key = List.copyOf(Objects.requireNonNull(table.getPrimaryKey()).getFields());
        boolean hasContent = Arrays.stream(table.fields()).anyMatch(field -> field.getType() == byte[].class);
        pageRows = hasContent ? CONTENTS_A_PAGE : ROWS_A_PAGE;
    }

    long count(Database from) {
        return from.read(sql -> (long) sql.fetchCount(table));
    }

    /** Reads all of it; what was read is summed. */
    RowSum sum(Database from, LongConsumer progress) {
        return eachPage(from, progress, page -> {});
    }

    /** The same while writing it elsewhere. */
    RowSum copy(Database from, Database to, LongConsumer progress) {
        RowSum sum = eachPage(from, progress, page -> to.inTransaction(sql -> insert(sql, page)));
        to.inTransaction(this::goOnCounting);
        return sum;
    }

    private RowSum eachPage(Database from, LongConsumer progress, Consumer<List<R>> use) {
        RowSum sum = new RowSum();
        @Nullable R last = null;
        while (true) {
            Result<R> page = page(from, last);
            if (page.isEmpty()) {
                return sum;
            }
            page.forEach(row -> sum.add(row.intoArray()));
            use.accept(page);
            last = page.getLast();
            progress.accept(sum.rows());
        }
    }

    private Result<R> page(Database from, @Nullable R last) {
        return from.read(sql -> {
            SelectSeekStepN<R> all = sql.selectFrom(table).orderBy(key);
            return last == null
                    ? all.limit(pageRows).fetch()
                    : all.seek(key.stream().map(last::get).toArray())
                            .limit(pageRows)
                            .fetch();
        });
    }

    private void insert(DSLContext sql, List<R> rows) {
        List<Field<?>> fields = List.of(table.fields());
        // Numbers that the source's database gave out stay what they are: other rows point at them.
        Query one = query(
                "insert into {0} ({1}) overriding system value values ({2})",
                table,
                list(fields.stream().map(Field::getUnqualifiedName).toList()),
                list(fields.stream().map(field -> val(null, field)).toList()));
        BatchBindStep batch = sql.batch(one);
        for (R row : rows) {
            batch = batch.bind(storable(row));
        }
        batch.execute();
    }

    private static @Nullable Object[] storable(Record row) {
        @Nullable Object[] values = row.intoArray();
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String text) {
                values[i] = StorableText.of(text);
            }
        }
        return values;
    }

    /** New rows get numbers behind those that came along. */
    private void goOnCounting(DSLContext sql) {
        List<Field<?>> counted = new ArrayList<>();
        for (Field<?> one : table.fields()) {
            if (one.getDataType().identity()) {
                counted.add(one);
            }
        }
        for (Field<?> one : counted) {
            Number last =
                    (Number) sql.select(max(one)).from(table).fetchSingle().value1();
            sql.execute(
                    "alter table {0} alter column {1} restart with " + (last == null ? 1 : last.longValue() + 1),
                    table,
                    field(one.getUnqualifiedName()));
        }
    }
}
