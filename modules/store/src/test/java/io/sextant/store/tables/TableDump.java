package io.sextant.store.tables;

import io.sextant.store.database.Database;
import io.sextant.store.generated.desk.DefaultSchema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Table;

/** All rows of all tables, to compare. */
final class TableDump {

    private TableDump() {}

    static Map<String, List<String>> of(Database database) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
            rows.put(
                    table.getName(),
                    database.read(sql -> sql.selectFrom(table)
                            .orderBy(table.field(0))
                            .fetch(row -> row.valuesRow().toString())));
        }
        return rows;
    }
}
