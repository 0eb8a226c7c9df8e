package io.sextant.remote.server;

import com.sun.management.OperatingSystemMXBean;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.request.Topic;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.remote.client.Line;
import io.sextant.remote.client.LinkState;
import io.sextant.remote.client.RemoteEngine;
import io.sextant.remote.client.SecureLines;
import io.sextant.remote.protocol.Said;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A process of many clients. Some are windows' own RemoteEngine, which read every word into values; most only look whether it is the next one, so that the
 * machine's time goes to what is measured. Told over its standard input when to begin and up to which fact to wait; tells what it found.
 */
final class CrowdClients {

    private static final long BEAT_NANOS = 500_000_000L;
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final SystemClock clock = new SystemClock();
    private final SystemScheduler scheduler = new SystemScheduler("crowd");
    private final List<Lean> lean = new ArrayList<>();
    private final List<CrowdEar> ears = new ArrayList<>();
    private final List<RemoteEngine> windows = new ArrayList<>();

    private CrowdClients() {}

    /** {@code folder port clients windows}. */
    public static void main(String[] args) throws IOException {
        CrowdClients crowd = new CrowdClients();
        crowd.connect(
                Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        try (BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("ready");
            told.readLine();
            long heapBefore = heap();
            crowd.ears.forEach(CrowdEar::forgetTimes);
            long cpuBefore = cpuNanos();
            long last = Long.parseLong(told.readLine().strip());
            long cpu = cpuNanos() - cpuBefore;
            crowd.waitFor(last);
            crowd.report(last, cpu, heapBefore);
        }
        // Lines and their threads end with the process.
        System.out.flush();
        System.exit(0);
    }

    private void connect(Path folder, int port, int clients, int windowsWanted) throws IOException {
        for (int i = 0; i < clients; i++) {
            SecureLines lines = CrowdRun.lines(folder, port);
            InstrumentId instrument = CrowdEngine.instrument(i);
            CrowdEar ear = new CrowdEar(i % CrowdEngine.INSTRUMENTS);
            ears.add(ear);
            if (i < windowsWanted) {
                RemoteEngine window = new RemoteEngine(lines, clock, scheduler);
                windows.add(window);
                while (window.state() != LinkState.UP) {
                    LockSupport.parkNanos(2_000_000);
                }
                window.subscribe(new Topic.Events(0), ear::fact);
                window.subscribe(new Topic.Market(instrument), ear::state);
            } else {
                Lean one = new Lean(ear);
                lean.add(one);
                one.begin(lines.open(one), instrument);
            }
        }
    }

    /** As long as anything still comes. */
    private void waitFor(long last) {
        long heard = -1;
        long deadline = 0;
        while (!ears.stream().allMatch(ear -> ear.hasAll(last))) {
            long now = ears.stream().mapToLong(CrowdEar::facts).sum();
            if (now != heard) {
                heard = now;
                deadline = System.nanoTime() + PATIENCE_NANOS;
            } else if (System.nanoTime() > deadline) {
                return;
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private void report(long last, long cpu, long heapBefore) {
        CrowdEar all = new CrowdEar(0);
        long missing = 0;
        long doubled = 0;
        long statesWrong = 0;
        for (CrowdEar ear : ears) {
            missing += last - ear.facts();
            doubled += ear.doubled();
            statesWrong += ear.hasLastState(last) ? 0 : 1;
            all.add(ear);
        }
        tell("missing", missing);
        tell("doubled", doubled);
        tell("gaps", ears.stream().mapToLong(CrowdEar::gaps).sum());
        tell("statesWrong", statesWrong);
        tell("facts", all.facts());
        tell("p50Micros", all.quantileMicros(0.50));
        tell("p99Micros", all.quantileMicros(0.99));
        tell("p999Micros", all.quantileMicros(0.999));
        tell("maxMicros", all.quantileMicros(1));
        tell("characters", lean.stream().mapToLong(one -> one.characters.sum()).sum());
        tell("messages", lean.stream().mapToLong(one -> one.messages.sum()).sum());
        tell(
                "factCharacters",
                lean.stream().mapToLong(one -> one.factCharacters.sum()).sum());
        tell("lean", lean.size());
        tell("leanFacts", lean.stream().mapToLong(one -> one.ear.facts()).sum());
        tell("states", all.states());
        tell("broken", lean.stream().filter(one -> one.isBroken).count());
        tell("ended", lean.stream().mapToLong(one -> one.ended.sum()).sum());
        tell("cpuMillis", TimeUnit.NANOSECONDS.toMillis(cpu));
        tell("heapBeforeKiB", heapBefore >> 10);
        tell("heapAfterKiB", heap() >> 10);
    }

    private static void tell(String name, long value) {
        System.out.println(name + "=" + value);
    }

    static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** What is held once what is not was thrown away. */
    static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Looks at the words as they come, without making values of them. */
    private final class Lean implements Line.Listener {

        private static final String FACT = "{\"type\":\"Happened\"";
        private static final String ID = "\"id\":";
        private static final String POSITION = "\"position\":";
        private static final String TIME = "\"timeNanos\":";
        private static final String WHOLE = "{\"type\":\"Whole\"";
        private static final String CHANGED = "{\"type\":\"Changed\"";
        private static final String VOLUME = "\"dayVolume\":{\"units\":";

        private static final String ENDED = "{\"type\":\"Ended\"";

        private final CrowdEar ear;
        private volatile @Nullable Line mine;
        // Only of the thread that hears.
        private long factsId = 1;
        private final LongAdder characters = new LongAdder();
        private final LongAdder ended = new LongAdder();
        private final LongAdder messages = new LongAdder();
        private final LongAdder factCharacters = new LongAdder();
        private volatile boolean isBroken;

        Lean(CrowdEar ear) {
            this.ear = ear;
        }

        void begin(Line line, InstrumentId instrument) {
            mine = line;
            line.send(new Said.Subscribe(1, new Topic.Events(0)).text());
            line.send(new Said.Subscribe(2, new Topic.Market(instrument)).text());
            scheduler.every(BEAT_NANOS, () -> line.send(new Said.Ping(0).text()));
        }

        @Override
        public void heard(String text) {
            characters.add(text.length());
            messages.increment();
            int from = 0;
            while (from < text.length()) {
                int end = text.indexOf('\n', from);
                end = end < 0 ? text.length() : end;
                word(text, from, end);
                from = end + 1;
            }
        }

        private void word(String text, int from, int end) {
            if (text.startsWith(FACT, from)) {
                if (number(text, ID, from) != factsId) {
                    return;
                }
                factCharacters.add(end - from);
                ear.fact(number(text, POSITION, from), number(text, TIME, from));
            } else if (text.startsWith(ENDED, from)) {
                // It fell a whole queue behind: on it goes from where it was, as a window does.
                ended.increment();
                factsId += 2;
                Objects.requireNonNull(mine).send(new Said.Subscribe(factsId, new Topic.Events(ear.newest())).text());
            } else if (text.startsWith(WHOLE, from) || text.startsWith(CHANGED, from)) {
                int at = text.indexOf(VOLUME, from);
                if (at >= 0 && at < end) {
                    ear.state(number(text, VOLUME, from));
                }
            }
        }

        private static long number(String text, String name, int from) {
            int at = text.indexOf(name, from) + name.length();
            long value = 0;
            while (Character.isDigit(text.charAt(at))) {
                value = value * 10 + text.charAt(at++) - '0';
            }
            return value;
        }

        @Override
        public void broken(String why) {
            isBroken = true;
            System.err.println("a line broke: " + why);
        }
    }
}
