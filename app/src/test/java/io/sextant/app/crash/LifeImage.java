package io.sextant.app.crash;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * How the programs that are killed are started. Starting is most of a life's work, so a test with many lives first lets one program
 * run to READY and end by itself, which writes an archive of the classes it loaded; the lives after it begin with that archive.
 */
final class LifeImage {

    /** Fewer lives do not pay for the one that writes the archive. */
    private static final int WORTHWHILE_LIVES = 30;

    private final String classPath;
    private final List<String> flags;

    private LifeImage(String classPath, List<String> flags) {
        this.classPath = classPath;
        this.flags = flags;
    }

    /** From the classes as they lie. */
    static LifeImage plain() {
        return new LifeImage(System.getProperty("java.class.path"), List.of());
    }

    /** {@code arguments} must lead the program to READY, on a folder that no other life uses; {@code folder} keeps the archive. */
    static LifeImage of(int lives, Path folder, Class<?> program, List<String> arguments)
            throws IOException, InterruptedException {
        if (lives < WORTHWHILE_LIVES) {
            return plain();
        }
        Path archive = folder.resolve("classes.jsa");
        String classPath = packed(folder);
        Life teacher = Life.begin(
                new LifeImage(classPath, List.of("-XX:ArchiveClassesAtExit=" + archive)),
                program,
                List.of(),
                arguments);
        boolean ready = teacher.awaitReady();
        boolean ended = teacher.end(2, TimeUnit.MINUTES);
        if (!ready || !ended || !Files.exists(archive)) {
            throw new IllegalStateException("no archive of classes:\n" + teacher.transcript());
        }
        return new LifeImage(classPath, List.of("-XX:SharedArchiveFile=" + archive));
    }

    List<String> flags() {
        return flags;
    }

    String classPath() {
        return classPath;
    }

    /** The class path with its folders as files: an archive of classes is only for those. */
    private static String packed(Path folder) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path place = Path.of(entry);
            if (Files.isDirectory(place)) {
                entries.add(pack(place, folder.resolve("classes" + entries.size() + ".jar"))
                        .toString());
            } else if (Files.exists(place)) {
                entries.add(entry);
            }
        }
        return entries.stream().collect(Collectors.joining(File.pathSeparator));
    }

    private static Path pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            out.setLevel(0);
            for (Path each : all.filter(path -> !path.equals(classes)).toList()) {
                String name = classes.relativize(each).toString().replace(File.separatorChar, '/');
                // Folders too: what looks for resources by folder finds none in a file that does not name it.
                out.putNextEntry(new ZipEntry(Files.isDirectory(each) ? name + "/" : name));
                if (Files.isRegularFile(each)) {
                    Files.copy(each, out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }
}
