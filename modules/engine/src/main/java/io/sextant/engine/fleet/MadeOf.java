package io.sextant.engine.fleet;

import io.sextant.domain.fleet.FleetProblem;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * What computes in a process. Two processes with the same compute the same to the last bit: the same classes, the same virtual machine (whose own
 * exponentials and sines differ between versions in the last bit), the same system and the same kind of processor. What XGBoost's native part takes from
 * the C library of the machine is not looked at.
 *
 * @param classes a hash over the classes of all rooms and of the libraries that compute
 * @param java the virtual machine's version and who made it
 * @param processor with the name of the system
 */
public record MadeOf(String classes, String java, String processor) {

    private static final String ROOT = "io/sextant/";
    private static final int PRINT_BYTES = 8;

    /** A class of each room that computes; neural is there where a process may search for a learner's settings. */
    private static final List<String> ROOMS = List.of(
            "domain/fleet/Fleet",
            "marketdata/file/FileProblem",
            "matching/LadderBook",
            "analytics/luck/SharpeEvidence",
            "forecasting/Forecaster",
            "neural/forecast/TunableLearners",
            "risk/path/PathModels",
            "portfolio/package-info",
            "strategy/StrategyCatalog",
            "execution/gate/RiskGate",
            "engine/fleet/MadeOf");

    /** A class of each library that computes for them; its jar is told by the checksums that stand in it. */
    private static final List<String> LIBRARIES = List.of(
            "ml/dmlc/xgboost4j/java/Booster",
            "org/ta4j/core/BarSeries",
            "org/ojalgo/OjAlgoUtils",
            "org/apache/commons/math3/util/FastMath");

    /** Of this process. */
    public static MadeOf thisProcess() {
        return Holder.OWN;
    }

    private static final class Holder {
        static final MadeOf OWN = new MadeOf(
                print(),
                property("java.vm.version") + " of " + property("java.vm.vendor"),
                property("os.name") + " " + property("os.arch"));

        private static String property(String name) {
            return System.getProperty(name, "");
        }
    }

    /** @throws FleetProblem that says what to do */
    public void checkSame(MadeOf other, String nameOfThis, String nameOfOther) {
        if (!java.equals(other.java) || !processor.equals(other.processor)) {
            throw new FleetProblem("The cluster cannot promise the same figures: " + nameOfThis + " runs on Java "
                    + java
                    + " (" + processor + ") and " + nameOfOther + " on Java " + other.java + " (" + other.processor
                    + "). Put the same Java on all machines, and take machines of one kind.");
        }
        if (!classes.equals(other.classes)) {
            throw new FleetProblem("The cluster is of another build: " + nameOfThis + " is " + classes + " and "
                    + nameOfOther + " " + other.classes
                    + ". Make the folder of the cluster again and copy it to all machines.");
        }
    }

    public void write(DataOutput out) throws IOException {
        Columns.write(out, classes);
        Columns.write(out, java);
        Columns.write(out, processor);
    }

    public static MadeOf read(DataInput in) throws IOException {
        return new MadeOf(Columns.text(in), Columns.text(in), Columns.text(in));
    }

    private static String print() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String each : ROOMS) {
                String path = ROOT + each + ".class";
                URL found = MadeOf.class.getClassLoader().getResource(path);
                if (found == null) {
                    // Who has a room that the other lacks is not the same.
                    digest.update((byte) 0);
                    continue;
                }
                URI place = URI.create(found.toString());
                if (!place.getScheme().equals("jar")) {
                    String file = Path.of(place).toString();
                    add(digest, Path.of(file.substring(0, file.length() - path.length()), ROOT));
                    continue;
                }
                String jar = place.getSchemeSpecificPart();
                try (FileSystem files =
                        FileSystems.newFileSystem(Path.of(URI.create(jar.substring(0, jar.indexOf("!/")))))) {
                    add(digest, files.getPath("/", ROOT));
                }
            }
            for (String each : LIBRARIES) {
                addJar(digest, each + ".class");
            }
            return HexFormat.of().formatHex(digest.digest(), 0, PRINT_BYTES);
        } catch (IOException unreadable) {
            throw new FleetProblem("The classes of Sextant cannot be read: " + unreadable, unreadable);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static void addJar(MessageDigest digest, String path) throws IOException {
        URL found = MadeOf.class.getClassLoader().getResource(path);
        if (found == null || !found.getProtocol().equals("jar")) {
            digest.update((byte) 0);
            return;
        }
        String jar = URI.create(found.toString()).getSchemeSpecificPart();
        try (ZipFile file = new ZipFile(
                Path.of(URI.create(jar.substring(0, jar.indexOf("!/")))).toFile())) {
            file.stream()
                    .filter(each -> !each.isDirectory())
                    .map(each -> each.getName() + " " + each.getCrc() + "\n")
                    .sorted()
                    .forEach(each -> digest.update(each.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void add(MessageDigest digest, Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> classes = all.filter(each -> each.toString().endsWith(".class"))
                    .sorted((a, b) -> name(root, a).compareTo(name(root, b)))
                    .toList();
            byte[] buffer = new byte[1 << 16];
            for (Path each : classes) {
                digest.update(name(root, each).getBytes(StandardCharsets.UTF_8));
                try (InputStream in = Files.newInputStream(each)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        digest.update(buffer, 0, read);
                    }
                }
            }
        }
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
