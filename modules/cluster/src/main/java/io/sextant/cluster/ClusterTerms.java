package io.sextant.cluster;

import io.sextant.domain.fleet.FleetProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
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
    private static final int REACH_MILLIS = 5_000;
    private static final int PATIENCE_USUAL = 60;

    static ClusterTerms ofThisProcess(String master) {
        String home = System.getProperty("sextant.cluster.home");
        Map<String, String> own = home == null ? Map.of() : read(Path.of(home, "conf", "cluster.conf"));
        return new ClusterTerms(master, own, Integer.getInteger("sextant.cluster.patienceSeconds", PATIENCE_USUAL));
    }

    private static Map<String, String> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new FleetProblem(file + " cannot be read: " + unreadable.getMessage() + ".", unreadable);
        }
        Map<String, String> own = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> own.put(name, properties.getProperty(name)));
        return own;
    }

    boolean isHere() {
        return master.startsWith("local");
    }

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
        return conf;
    }

    /** The address from which the master is reached: no other than this is listened on, and executors can answer to it. */
    private String ownAddress() {
        for (String each : master.substring(SPARK.length()).split(",", -1)) {
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
