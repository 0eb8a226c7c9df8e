package io.sextant.app.cluster;

import io.sextant.domain.fleet.FleetProblem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder with Spark and with the classes that compute, which every machine of a cluster has.
 *
 * @param java the home of the Java that drives the cluster
 */
record ClusterFolder(Path home, Path java) {

    static final String HOME = "SEXTANT_CLUSTER_HOME";
    private static final String JAVA = "SEXTANT_JAVA_HOME";
    /** Spark asks the system who is logged in; the Java in the installed application is cut down to what a desk needs. */
    private static final String NEEDED = "jdk.security.auth";

    /**
     * @param checkout the folder of a source checkout; empty where the application is installed
     * @throws FleetProblem that says what to do
     */
    static ClusterFolder find(Map<String, String> environment, Optional<Path> checkout, Path ownJava) {
        String named = environment.getOrDefault(HOME, "");
        Path home = named.isBlank()
                ? checkout.map(each -> each.resolve("modules/cluster/target/cluster"))
                        .orElseThrow(() -> new FleetProblem("--cluster needs the folder of the cluster, which is not"
                                + " part of the application: make it in a source checkout of this version with mvn -pl"
                                + " modules/cluster -am package -DskipTests, and say with " + HOME + " where it is."))
                : Path.of(named);
        if (!hasCluster(home)) {
            throw new FleetProblem(
                    "There is no cluster in " + home + ": make it in a source checkout with mvn -pl modules/cluster -am"
                            + " package -DskipTests, or say with " + HOME + " where it is.");
        }
        String otherJava = environment.getOrDefault(JAVA, "");
        if (otherJava.isBlank() && ModuleLayer.boot().findModule(NEEDED).isEmpty()) {
            throw new FleetProblem("The Java of the installed application is too small to drive a cluster; say with "
                    + JAVA + " where a JDK " + Runtime.version().feature() + " is.");
        }
        return new ClusterFolder(home.toAbsolutePath(), otherJava.isBlank() ? ownJava : Path.of(otherJava));
    }

    private static boolean hasCluster(Path home) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(home.resolve("jars"), "sextant-cluster-*.jar")) {
            return found.iterator().hasNext();
        } catch (IOException missing) {
            return false;
        }
    }

    List<String> command(String url) {
        return List.of(
                java.resolve("bin").resolve("java").toString(),
                "@" + home.resolve("conf").resolve("jvm.options"),
                "-Dsextant.cluster.home=" + home,
                "-cp",
                home.resolve("jars") + "/*",
                "io.sextant.cluster.ClusterMain",
                url);
    }
}
