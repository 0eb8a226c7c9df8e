package io.sextant.app.cluster;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetProblem;
import io.sextant.domain.fleet.FleetWatch;
import io.sextant.domain.fleet.Work;
import io.sextant.engine.fleet.FarFleet;
import io.sextant.engine.fleet.MadeOf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** A process of its own drives the cluster, so that nothing of Spark's ever stands beside the desk. It ends with this one, however that ends. */
public final class ClusterProcess implements Fleet {

    private static final Pattern URL =
            Pattern.compile("spark://[^\\s/,:]+:\\d{1,5}(,[^\\s/,:]+:\\d{1,5})*|local\\[(\\d{1,4}|\\*)]");
    private static final long END_SECONDS = 10;

    private final Process process;
    private final Path log;
    private final FarFleet fleet;

    private ClusterProcess(Process process, Path log, FarFleet fleet) {
        this.process = process;
        this.log = log;
        this.fleet = fleet;
    }

    /** @throws FleetProblem with a sentence for a person; there is no falling back to this machine alone */
    public static Fleet start(String url, BooleanSupplier stopped) {
        if (!URL.matcher(url).matches()) {
            throw new FleetProblem(
                    "A cluster is named as spark://host:7077, or local[2] for Spark on this machine, not " + url + ".");
        }
        ClusterFolder folder = ClusterFolder.find(
                System.getenv(),
                Optional.ofNullable(System.getProperty("sextant.launcher")).map(Path::of),
                Path.of(System.getProperty("java.home")));
        return start(folder.command(url), stopped);
    }

    static Fleet start(List<String> command, BooleanSupplier stopped) {
        Path log;
        Process process;
        try {
            log = Files.createTempFile("sextant-cluster", ".log");
            process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        } catch (IOException cannot) {
            throw new FleetProblem(
                    "The process that drives a cluster did not start: " + cannot.getMessage() + ".", cannot);
        }
        try {
            return new ClusterProcess(
                    process,
                    log,
                    FarFleet.join(
                            process.getInputStream(),
                            process.getOutputStream(),
                            MadeOf.thisProcess(),
                            "The process that drives the cluster ended by itself; what it said is in " + log + ".",
                            new FleetWatch() {
                                @Override
                                public void done(int piece, double[] came) {}

                                @Override
                                public boolean isCancelled() {
                                    return stopped.getAsBoolean();
                                }
                            }));
        } catch (RuntimeException refused) {
            process.destroy();
            throw refused;
        }
    }

    @Override
    public List<double[]> run(Work work, List<byte[]> pieces, FleetWatch watch) {
        return fleet.run(work, pieces, watch);
    }

    @Override
    public void close() {
        fleet.close();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            if (process.exitValue() == 0) {
                Files.deleteIfExists(log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalThreadStateException stays) {
            // A log of a few lines among what is temporary does no harm.
        }
    }
}
