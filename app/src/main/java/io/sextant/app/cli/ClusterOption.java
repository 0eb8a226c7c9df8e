package io.sextant.app.cli;

import io.sextant.app.cluster.ClusterProcess;
import io.sextant.domain.fleet.Fleet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where it is run. */
final class ClusterOption {

    @Option(
            names = "--cluster",
            paramLabel = "URL",
            description =
                    "Run on a cluster, spark://host:7077 or local[N]; on this machine alone if not given. No figure depends on it.")
    @Nullable String url;

    /** Null where it is this machine alone. */
    @Nullable Fleet open(BooleanSupplier stopped) {
        String asked = url;
        return asked == null ? null : ClusterProcess.start(asked.strip(), stopped);
    }
}
