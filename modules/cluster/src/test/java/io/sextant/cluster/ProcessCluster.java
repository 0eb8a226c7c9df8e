package io.sextant.cluster;

import io.sextant.domain.fleet.FleetWatch;
import io.sextant.engine.fleet.FarFleet;
import io.sextant.engine.fleet.MadeOf;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A master and workers as processes on loopback, with a secret; all of them end with it, and so do the executors that they started. */
final class ProcessCluster implements AutoCloseable {

    private static final List<String> QUICK =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx512m");

    private final Path home;
    private final List<Process> all = new ArrayList<>();
    private final String url;
    private final Process master;
    private final BufferedReader masterSays;
    private boolean isHeard;

    ProcessCluster(Path home) throws IOException {
        this.home = home;
        Files.createDirectories(home.resolve("jars"));
        Path conf = Files.createDirectories(home.resolve("conf")).resolve("cluster.conf");
        Files.createFile(conf, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(conf, """
                spark.authenticate true
                spark.authenticate.secret not-a-real-secret
                spark.network.crypto.enabled true
                spark.executor.memory 512m
                spark.executor.extraJavaOptions -XX:+UseSerialGC -XX:TieredStopAtLevel=1
                spark.executor.extraClassPath %s
                """.formatted(System.getProperty("java.class.path")));
        master = start(List.of(
                "-Dspark.master.rest.enabled=false",
                Tether.class.getName(),
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0",
                "--properties-file",
                conf.toString()));
        masterSays = master.errorReader();
        try {
            url = hear(Pattern.compile("Starting Spark master at (spark://\\S+)"))
                    .group(1);
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    String url() {
        return url;
    }

    /** Returns when the master knows it; all are started before the first joins. */
    Process worker() throws IOException {
        Process worker = start(List.of(
                Tether.class.getName(),
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0",
                "--cores",
                "1",
                "--memory",
                "600m",
                "--work-dir",
                Files.createTempDirectory(home, "work").toString(),
                "--properties-file",
                home.resolve("conf/cluster.conf").toString(),
                url));
        Thread.ofPlatform().daemon().start(() -> worker.errorReader().lines().forEach(line -> {}));
        hear(Pattern.compile("Registering worker"));
        return worker;
    }

    FarFleet join(int patienceSeconds) throws IOException {
        if (!isHeard) {
            // What nobody reads fills up, and then the master stands still.
            isHeard = true;
            Thread.ofPlatform().daemon().start(() -> masterSays.lines().forEach(line -> {}));
        }
        Process driver = start(List.of(
                "-Dsextant.cluster.home=" + home,
                "-Dsextant.cluster.patienceSeconds=" + patienceSeconds,
                "io.sextant.cluster.ClusterMain",
                url));
        Thread.ofPlatform().daemon().start(() -> driver.errorReader().lines().forEach(line -> {}));
        return FarFleet.join(
                driver.getInputStream(),
                driver.getOutputStream(),
                MadeOf.thisProcess(),
                "The driver is gone.",
                FleetWatch.NONE);
    }

    /** As when the plug is pulled: the worker and what it runs. */
    static void kill(Process worker) {
        List<ProcessHandle> children = worker.descendants().toList();
        worker.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private Process start(List<String> words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.add("@" + Path.of("src", "main", "home", "conf", "jvm.options").toAbsolutePath());
        command.addAll(QUICK);
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        all.add(process);
        return process;
    }

    private Matcher hear(Pattern pattern) throws IOException {
        List<String> instead = new ArrayList<>();
        for (Optional<String> line = said(); line.isPresent(); line = said()) {
            instead.add(line.orElseThrow());
            Matcher found = pattern.matcher(line.orElseThrow());
            if (found.find()) {
                return found;
            }
        }
        throw new IllegalStateException("the master ended without saying " + pattern + " but " + instead);
    }

    private Optional<String> said() throws IOException {
        return Optional.ofNullable(masterSays.readLine());
    }

    @Override
    public void close() {
        all.reversed().forEach(ProcessCluster::kill);
    }
}
