package io.sextant.store.tables;

import io.sextant.store.database.Database;
import io.sextant.store.generated.desk.DefaultSchema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Schema;
import org.jooq.Table;

/** All rows of all tables, to compare. */
public final class TableDump {

    private TableDump() {}

    static Map<String, List<String>> of(Database database) {
        return of(database, DefaultSchema.DEFAULT_SCHEMA);
    }

    public static Map<String, List<String>> of(Database database, Schema schema) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (Table<?> table : schema.getTables()) {
            rows.put(
                    table.getName(),
                    database.read(sql -> sql.selectFrom(table)
                            .orderBy(table.field(0))
                            .fetch(row -> row.valuesRow().toString())));
        }
        return rows;
    }
}
