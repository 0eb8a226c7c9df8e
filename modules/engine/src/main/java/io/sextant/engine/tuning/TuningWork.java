package io.sextant.engine.tuning;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetProblem;
import io.sextant.domain.fleet.FleetWatch;
import io.sextant.domain.fleet.Pieces;
import io.sextant.domain.fleet.Work;
import io.sextant.domain.fleet.WorkKind;
import io.sextant.engine.fleet.Columns;
import io.sextant.engine.fleet.SeriesBytes;
import io.sextant.forecasting.UnfitWindow;
import io.sextant.forecasting.evaluation.Scale;
import io.sextant.forecasting.search.Tunable;
import io.sextant.forecasting.search.TunableSource;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A piece for each of the settings that are tried at once. */
public final class TuningWork implements WorkKind {

    private static final String NAME = "tuning";

    public static Work of(Tuning tuning) {
        return new Work(NAME, Columns.bytes(out -> {
            Columns.write(out, tuning.tuned().name());
            SeriesBytes.write(out, tuning.seen());
            out.writeInt(tuning.folds());
            Columns.write(out, tuning.scale().name());
            out.writeLong(tuning.seed());
        }));
    }

    /** The losses of settings, in their order. */
    public static double[] losses(Fleet fleet, Work work, List<Map<String, String>> settings, BooleanSupplier stopped) {
        List<byte[]> pieces = settings.stream()
                .map(each -> Columns.bytes(out -> write(out, each)))
                .toList();
        return fleet
                .run(work, pieces, new FleetWatch() {
                    @Override
                    public void done(int piece, double[] came) {}

                    @Override
                    public boolean isCancelled() {
                        return stopped.getAsBoolean();
                    }
                })
                .stream()
                .mapToDouble(came -> came[0])
                .toArray();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Pieces open(byte[] work) {
        return Columns.read(work, in -> {
            String name = Columns.text(in);
            Tunable tuned = TunableSource.everyOne().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                            () -> new FleetProblem("There is no " + name + " on the machine that was to learn it."));
            Tuning tuning = new Tuning(
                    tuned, SeriesBytes.observations(in), in.readInt(), Scale.valueOf(Columns.text(in)), in.readLong());
            return piece -> {
                try {
                    return new double[] {tuning.loss(Columns.read(piece, TuningWork::settings), () -> false)};
                } catch (UnfitWindow unfit) {
                    throw new FleetProblem("This cannot be searched: " + unfit.getMessage() + ".", unfit);
                }
            };
        });
    }

    private static void write(DataOutput out, Map<String, String> settings) throws IOException {
        out.writeInt(settings.size());
        for (Map.Entry<String, String> each : settings.entrySet()) {
            Columns.write(out, each.getKey());
            Columns.write(out, each.getValue());
        }
    }

    private static Map<String, String> settings(DataInput in) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            settings.put(Columns.text(in), Columns.text(in));
        }
        return settings;
    }
}
