package io.sextant.store.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.forecasting.Observations;
import io.sextant.forecasting.registry.DataHash;
import io.sextant.forecasting.registry.ModelRecord;
import io.sextant.forecasting.registry.ModelRegistry;
import io.sextant.store.database.TestedStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestedStore.class)
class ModelTableTest {

    private static final byte[] CONTENT = {1, 2, 3, -4};

    @Parameter
    TestedStore kind;

    @TempDir
    Path folder;

    private static ModelRecord model(String subject, long trainedNanos, byte[] content) {
        return ModelRecord.of(
                "arima",
                subject,
                trainedNanos,
                new ModelRecord.Learned(5, 9, 3, DataHash.of(Observations.ofValues(new double[] {1, 2, 4}))),
                List.of("rsi.14", "ret.1"),
                Map.of("order", "2,1,1", "formula", "a=b"),
                42,
                Map.of("rmse", 1.25e-3, "mase", Double.NaN),
                Optional.of("older"),
                content);
    }

    @Test
    void keepsAModelWholeOverAnOpening() {
        ModelRecord kept = model("BTC-USDT M1", 77, CONTENT);
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            archive.models().add(kept, CONTENT);
            archive.models().add(kept, CONTENT);
        }
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            assertThat(archive.models().find(kept.id())).contains(kept);
            assertThat(archive.models().content(kept)).isEqualTo(CONTENT);
            assertThat(archive.models().of("BTC-USDT M1")).containsExactly(kept);
        }
    }

    @Test
    void listsTheModelsOfASubjectNewestFirstAndLetsThemGo() {
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            ModelRegistry models = archive.models();
            ModelRecord older = model("ES M5", 1, CONTENT);
            ModelRecord newer = model("ES M5", 2, CONTENT);
            models.add(older, CONTENT);
            models.add(newer, CONTENT);
            models.add(model("NQ M5", 3, CONTENT), CONTENT);
            assertThat(models.of("ES M5")).containsExactly(newer, older);
            models.remove(newer.id());
            models.remove(newer.id());
            assertThat(models.of("ES M5")).containsExactly(older);
            assertThatThrownBy(() -> models.content(newer))
                    .isInstanceOf(ModelRegistry.DamagedModel.class)
                    .hasMessageContaining(newer.id());
        }
    }

    @Test
    void refusesBytesThatAreNotTheModels() {
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            ModelRecord model = model("ES M5", 1, CONTENT);
            assertThatThrownBy(() -> archive.models().add(model, new byte[] {9}))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(archive.models().find(model.id())).isEmpty();
        }
    }
}
