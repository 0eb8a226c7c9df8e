package io.sextant.store.archive;

import static io.sextant.store.generated.bars.Tables.TRAINED_MODEL;

import io.sextant.forecasting.registry.ModelRecord;
import io.sextant.forecasting.registry.ModelRegistry;
import io.sextant.store.database.Database;
import io.sextant.store.generated.bars.tables.records.TrainedModelRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Field;

/** Trained models as rows with their bytes; a list reads no bytes. */
final class ModelTable implements ModelRegistry {

    private static final List<Field<?>> CARD = List.of(
            TRAINED_MODEL.ID,
            TRAINED_MODEL.NAME,
            TRAINED_MODEL.SUBJECT,
            TRAINED_MODEL.TRAINED_NANOS,
            TRAINED_MODEL.FROM_NANOS,
            TRAINED_MODEL.TO_NANOS,
            TRAINED_MODEL.OBSERVATIONS,
            TRAINED_MODEL.DATA_HASH,
            TRAINED_MODEL.FEATURES,
            TRAINED_MODEL.SETTINGS,
            TRAINED_MODEL.SEED,
            TRAINED_MODEL.METRICS,
            TRAINED_MODEL.PARENT,
            TRAINED_MODEL.CHECKSUM);

    private final Database database;

    ModelTable(Database database) {
        this.database = database;
    }

    @Override
    public void add(ModelRecord model, byte[] content) {
        if (!model.matches(content)) {
            throw new IllegalArgumentException("the bytes are not those of " + model.id());
        }
        database.inTransaction(sql -> {
            if (sql.fetchExists(TRAINED_MODEL, TRAINED_MODEL.ID.eq(model.id()))) {
                return;
            }
            TrainedModelRecord row = sql.newRecord(TRAINED_MODEL);
            row.setId(model.id());
            row.setName(model.model());
            row.setSubject(model.subject());
            row.setTrainedNanos(model.trainedNanos());
            row.setFromNanos(model.learned().fromNanos());
            row.setToNanos(model.learned().toNanos());
            row.setObservations(model.learned().observations());
            row.setDataHash(model.learned().dataHash());
            row.setFeatures(String.join("\n", model.features()));
            row.setSettings(pairs(model.settings()));
            row.setSeed(model.seed());
            row.setMetrics(pairs(model.metrics()));
            row.setParent(model.parent().orElse(null));
            row.setChecksum(model.checksum());
            row.setContent(content);
            row.insert();
        });
    }

    @Override
    public List<ModelRecord> of(String subject) {
        return database.read(sql -> sql
                .select(CARD)
                .from(TRAINED_MODEL)
                .where(TRAINED_MODEL.SUBJECT.eq(subject))
                .fetchInto(TRAINED_MODEL)
                .map(ModelTable::model)
                .stream()
                // Sorted here: how a database sorts texts is its own affair.
                .sorted(Comparator.comparingLong(ModelRecord::trainedNanos)
                        .reversed()
                        .thenComparing(ModelRecord::id))
                .toList());
    }

    @Override
    public Optional<ModelRecord> find(String id) {
        return database.read(sql -> sql
                .select(CARD)
                .from(TRAINED_MODEL)
                .where(TRAINED_MODEL.ID.eq(id))
                .fetchInto(TRAINED_MODEL)
                .map(ModelTable::model)
                .stream()
                .findFirst());
    }

    @Override
    public byte[] content(ModelRecord model) {
        byte[] content = database.read(sql -> sql.select(TRAINED_MODEL.CONTENT)
                .from(TRAINED_MODEL)
                .where(TRAINED_MODEL.ID.eq(model.id()))
                .fetchOne(TRAINED_MODEL.CONTENT));
        if (content == null || !model.matches(content)) {
            throw new DamagedModel(model);
        }
        return content;
    }

    @Override
    public void remove(String id) {
        database.inTransaction(sql ->
                sql.deleteFrom(TRAINED_MODEL).where(TRAINED_MODEL.ID.eq(id)).execute());
    }

    private static ModelRecord model(TrainedModelRecord row) {
        return new ModelRecord(
                row.getId(),
                row.getName(),
                row.getSubject(),
                row.getTrainedNanos(),
                new ModelRecord.Learned(row.getFromNanos(), row.getToNanos(), row.getObservations(), row.getDataHash()),
                row.getFeatures().isEmpty()
                        ? List.of()
                        : List.of(row.getFeatures().split("\n")),
                read(row.getSettings(), Function.identity()),
                row.getSeed(),
                read(row.getMetrics(), Double::valueOf),
                Optional.ofNullable(row.getParent()),
                row.getChecksum());
    }

    private static String pairs(Map<String, ?> map) {
        return new TreeMap<>(map)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n"));
    }

    private static <T> Map<String, T> read(String lines, Function<String, T> value) {
        return lines.lines()
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')),
                        line -> value.apply(line.substring(line.indexOf('=') + 1))));
    }
}
