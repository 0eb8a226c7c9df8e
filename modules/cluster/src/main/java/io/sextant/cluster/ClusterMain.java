package io.sextant.cluster;

import io.sextant.engine.fleet.FleetSeat;
import io.sextant.engine.fleet.MadeOf;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The process that drives a cluster. Whoever started it talks to it through its standard streams; what libraries print goes where errors go. */
public final class ClusterMain {

    private ClusterMain() {}

    /** @param arguments the master, as spark://host:7077 or local[2] */
    public static void main(String[] arguments) {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        try (FileInputStream in = new FileInputStream(FileDescriptor.in);
                OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            MadeOf own = MadeOf.thisProcess();
            new FleetSeat(in, out, own).serve(() -> SparkDriver.join(ClusterTerms.ofThisProcess(arguments[0]), own));
        } catch (Throwable broken) {
            System.getLogger(ClusterMain.class.getName()).log(System.Logger.Level.ERROR, "the driver ends", broken);
            System.exit(1);
        }
        // Threads of Spark's that are not daemons must not keep a driver that nobody talks to any more.
        System.exit(0);
    }
}
