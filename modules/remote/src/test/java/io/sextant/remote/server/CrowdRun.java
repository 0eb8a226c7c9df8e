package io.sextant.remote.server;

import io.sextant.domain.command.Command;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.remote.certificate.CertificateAuthority;
import io.sextant.remote.certificate.Pem;
import io.sextant.remote.certificate.Tls;
import io.sextant.remote.client.Proof;
import io.sextant.remote.client.SecureLines;
import io.sextant.remote.client.ServerAddress;
import io.sextant.remote.identity.Identities;
import io.sextant.remote.identity.IdentitiesForTests;
import io.sextant.remote.identity.Principal;
import io.sextant.remote.identity.User;
import io.sextant.remote.identity.UserFile;
import io.sextant.remote.protocol.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The real server in this process and many clients in another, on loopback over TLS 1.3, while a market goes on. By hand:
 * {@code CrowdRun FOLDER CLIENTS WINDOWS EVENTS_A_SECOND SECONDS}.
 */
final class CrowdRun {

    private static final Duration LASTS = Duration.ofDays(1);
    private static final double WARM_UP_SECONDS = Integer.getInteger("sextant.crowd.warm", 3);

    /** What the clients found, by name, and what the server used. */
    record Found(Map<String, Long> clients, double seconds, long serverCpuMillis, long marketCpuMillis, long heapKiB) {

        long of(String name) {
            return clients.get(name);
        }
    }

    private CrowdRun() {}

    public static void main(String[] args) throws Exception {
        int clients = Integer.parseInt(args[1]);
        int rate = Integer.parseInt(args[3]);
        Found found = run(Path.of(args[0]), clients, Integer.parseInt(args[2]), rate, Double.parseDouble(args[4]));
        System.out.println(text(found, clients));
        System.exit(0);
    }

    static String text(Found found, int clients) {
        double seconds = found.seconds();
        double lean = found.of("characters");
        return String.format(
                Locale.ROOT,
                """
                clients %d, %.0f s, facts %d, missing %d, gaps %d, twice %d, states %d of which wrong at the end %d, broken %d
                delivery p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, longest %.1f ms
                bytes a fact %.0f, a line %.0f kB/s of which facts %.0f%%, messages a line %.0f/s
                processor: server %.2f cores (of which the market %.2f), clients %.2f cores; heap of server %d MiB, of clients %d MiB before and %d MiB after
                %s""",
                clients,
                seconds,
                found.of("facts"),
                found.of("missing"),
                found.of("gaps"),
                found.of("doubled"),
                found.of("states"),
                found.of("statesWrong"),
                found.of("broken"),
                found.of("p50Micros") / 1e3,
                found.of("p99Micros") / 1e3,
                found.of("p999Micros") / 1e3,
                found.of("maxMicros") / 1e3,
                found.of("factCharacters") / (double) Math.max(1, found.of("leanFacts")),
                lean / Math.max(1, found.of("lean")) / (seconds + WARM_UP_SECONDS) / 1e3,
                100 * found.of("factCharacters") / Math.max(1, lean),
                found.of("messages") / (double) Math.max(1, found.of("lean")) / (seconds + WARM_UP_SECONDS),
                found.serverCpuMillis() / 1e3 / seconds,
                found.marketCpuMillis() / 1e3 / seconds,
                found.of("cpuMillis") / 1e3 / seconds,
                found.heapKiB() >> 10,
                found.of("heapBeforeKiB") >> 10,
                found.of("heapAfterKiB") >> 10,
                found.clients());
    }

    static Found run(Path folder, int clients, int windows, int aSecond, double seconds)
            throws IOException, InterruptedException {
        try (CrowdEngine engine = new CrowdEngine();
                SystemScheduler scheduler = new SystemScheduler("crowd");
                EngineServer server = serve(engine, folder, new SystemClock(), scheduler)) {
            return measure(engine, server, folder, clients, windows, aSecond, seconds);
        }
    }

    /** Leaves in the folder what a client needs to come in. */
    static EngineServer serve(EngineClient engine, Path folder, Clock clock, Scheduler scheduler) throws IOException {
        Files.createDirectories(folder);
        CertificateAuthority authority = CertificateAuthority.create("crowd", Instant.now(), new SecureRandom());
        UserFile users = new UserFile(folder.resolve("users.json"));
        CertificateAuthority.Issued user = authority.forUser("ada", Instant.now(), LASTS);
        users.put(new User("ada", Role.VIEW, Optional.empty(), List.of())
                .withCertificate(Identities.fingerprint(user.certificate())));
        Pem.write(folder.resolve("ca.pem"), List.of(authority.certificate()));
        Pem.write(folder.resolve("user.pem"), List.of(user.certificate()));
        Pem.writeKey(folder.resolve("user.key"), user.key());
        ServerTerms terms = ServerTerms.onLoopback(
                        authority.forServer(List.of("127.0.0.1"), Instant.now(), LASTS),
                        authority.certificate(),
                        false,
                        "0.1")
                .with(new ServerTerms.Limits(
                        512, 512, 512, 1 << 20, 200, 2_000, Duration.ofSeconds(10), Duration.ofSeconds(15)));
        return new EngineServer(engine, terms, IdentitiesForTests.of(users, clock), new NoTrail(), clock, scheduler)
                .start();
    }

    static SecureLines lines(Path folder, int port) {
        return new SecureLines(
                new ServerAddress("crowd", "127.0.0.1", port),
                Pem.readCertificates(folder.resolve("ca.pem")),
                new Proof.ByCertificate(Tls.own(
                        Pem.readCertificates(folder.resolve("user.pem")), Pem.readKey(folder.resolve("user.key")))));
    }

    private static Found measure(
            CrowdEngine engine, EngineServer server, Path folder, int clients, int windows, int aSecond, double seconds)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrowdClients.class.getName(),
                        folder.toString(),
                        Integer.toString(server.port()),
                        Integer.toString(clients),
                        Integer.toString(windows))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader told =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                PrintStream say = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8)) {
            for (String line = told.readLine(); !Objects.equals(line, "ready"); line = told.readLine()) {
                if (line == null) {
                    throw new IllegalStateException("the clients did not come in");
                }
            }
            engine.publish(aSecond, WARM_UP_SECONDS);
            say.println("begin");
            long cpuBefore = CrowdClients.cpuNanos();
            long marketBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            engine.publish(aSecond, seconds);
            long cpu = CrowdClients.cpuNanos() - cpuBefore;
            long market = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - marketBefore;
            say.println(engine.newest());
            Map<String, Long> found = new TreeMap<>();
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    found.put(line.substring(0, equals), Long.parseLong(line.substring(equals + 1)));
                }
            }
            return new Found(
                    found,
                    seconds,
                    TimeUnit.NANOSECONDS.toMillis(cpu),
                    TimeUnit.NANOSECONDS.toMillis(market),
                    CrowdClients.heap() >> 10);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static final class NoTrail implements AuditTrail {

        @Override
        public void done(Principal who, Command command) {}

        @Override
        public void refused(Principal who, Command command) {}

        @Override
        public void line(String who, String what) {}
    }
}
