package io.sextant.cluster;

import io.sextant.domain.fleet.FleetProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.SparkConf;

/**
 * Which cluster, and what Spark is told of it.
 *
 * @param own Spark's properties from the folder's conf/cluster.conf, as the secret; they win over those set here
 * @param patienceSeconds how long is waited for a first worker, or for another when all are gone
 */
record ClusterTerms(String master, Map<String, String> own, int patienceSeconds) {

    private static final String SPARK = "spark://";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final int REACH_MILLIS = 5_000;
    private static final int PATIENCE_USUAL = 60;

    static ClusterTerms ofThisProcess(String master) {
        String home = System.getProperty("sextant.cluster.home");
        Map<String, String> own = home == null ? Map.of() : read(Path.of(home, "conf", "cluster.conf"));
        return new ClusterTerms(master, own, Integer.getInteger("sextant.cluster.patienceSeconds", PATIENCE_USUAL));
    }

    static Map<String, String> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        checkPrivate(file);
        Properties properties = new Properties();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (AccessDeniedException others) {
            throw new FleetProblem(
                    file
                            + " holds the secret and belongs to somebody else: ask from a folder of the cluster of your own"
                            + " (SEXTANT_CLUSTER_HOME), with the same file in it that you own and nobody else can read.",
                    others);
        } catch (IOException unreadable) {
            throw new FleetProblem(file + " cannot be read: " + unreadable.getMessage() + ".", unreadable);
        }
        Map<String, String> own = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> own.put(name, properties.getProperty(name)));
        return own;
    }

    private static void checkPrivate(Path file) {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        try {
            if (!OWNER_ONLY.containsAll(view.readAttributes().permissions())) {
                throw new FleetProblem(file + " holds a secret and others can read it: chmod 600 " + file + ".");
            }
        } catch (IOException unreadable) {
            throw new FleetProblem(file + " cannot be looked at: " + unreadable.getMessage() + ".", unreadable);
        }
    }

    boolean isHere() {
        return master.startsWith("local");
    }

    /** Refuses to listen where others reach, unless they need the secret. */
    SparkConf conf() {
        SparkConf conf = new SparkConf(false)
                .setMaster(master)
                .setAppName("sextant")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.maxResultSize", "0")
                // A refusal is a value: what fails is a machine, and another one takes its pieces.
                .set("spark.task.maxFailures", "8")
                .set("spark.locality.wait", "0")
                .set("spark.network.timeout", "60s")
                .set("spark.executor.heartbeatInterval", "5s")
                .set("spark.eventLog.enabled", "false");
        String address = isHere() ? InetAddress.getLoopbackAddress().getHostAddress() : ownAddress();
        conf.set("spark.driver.host", address).set("spark.driver.bindAddress", address);
        own.forEach(conf::set);
        checkSecret(conf.get("spark.driver.bindAddress"));
        return conf;
    }

    private void checkSecret(String address) {
        boolean hasSecret = Boolean.parseBoolean(own.getOrDefault("spark.authenticate", "false"))
                && !own.getOrDefault("spark.authenticate.secret", "").isBlank();
        if (hasSecret || isLoopback(address)) {
            return;
        }
        throw new FleetProblem("No secret stands in conf/cluster.conf of the cluster's folder, and without one whoever"
                + " reaches this machine from where " + address
                + " is could run programs as you; docs/guide/cluster.md says what stands in it.");
    }

    /** A name that nobody knows is reached by nobody. */
    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException nobody) {
            return true;
        }
    }

    /** The address from which the master is reached: no other than this is listened on, and executors can answer to it. */
    private String ownAddress() {
        String[] masters = master.substring(SPARK.length()).split(",", -1);
        for (String each : masters) {
            checkSecret(each.substring(0, each.lastIndexOf(':')));
        }
        for (String each : masters) {
            int colon = each.lastIndexOf(':');
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(each.substring(0, colon), Integer.parseInt(each.substring(colon + 1))),
                        REACH_MILLIS);
                return socket.getLocalAddress().getHostAddress();
            } catch (IOException notThere) {
                // Another master of the list may be.
            }
        }
        throw new FleetProblem("No master of a cluster answers at " + master
                + ". Start it with sextant-cluster master, or leave out --cluster.");
    }
}
