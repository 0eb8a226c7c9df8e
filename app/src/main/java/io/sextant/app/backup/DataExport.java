package io.sextant.app.backup;

import io.sextant.app.session.DataFormat;
import io.sextant.store.SextantStore;
import io.sextant.store.disk.FolderLock;
import io.sextant.store.problem.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a data folder into one file. Secrets leave only as the vault has them, encrypted; the keys and users of a served engine, which are not,
 * stay. While it runs no desk in the folder can be open, so that what is written belongs together.
 */
public final class DataExport {

    static final String HEAD = "sextant-archive";
    static final int VERSION = 1;
    static final String DATA = "data/";

    /** What has a meaning only while a process runs. */
    private static final String LOCK = "lock";

    private static final String DOORS = ".door";

    /** Keys in the clear: whoever sits in for a server has to be certified anew. */
    private static final Set<String> KEY_ENDINGS = Set.of(".key.pem", ".p12", ".pfx", ".jks");

    /** What a served engine lets people in by; of it only the trail of who did what leaves. */
    private static final String SERVER = "server/";

    private static final String SERVER_TRAIL = "server/audit/";

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path dataFolder;

    public DataExport(Path dataFolder) {
        this.dataFolder = dataFolder.toAbsolutePath().normalize();
    }

    /** What was written. */
    public record Written(int files, long bytes) {}

    /**
     * Writes the archive, which must not be there yet, under another name first: what stands under its own name is whole.
     *
     * @throws ArchiveProblem when a desk is open, or something cannot be read or written; no archive is then left
     */
    public Written to(Path archive) {
        Path file = archive.toAbsolutePath().normalize();
        if (file.startsWith(dataFolder)) {
            throw new ArchiveProblem("The archive must lie outside of the data folder " + dataFolder + ".");
        }
        if (!Files.isDirectory(dataFolder)) {
            throw new ArchiveProblem("There is no data in " + dataFolder + " yet.");
        }
        DataFormat.requireKnown(dataFolder);
        Deque<FolderLock> locks = new ArrayDeque<>();
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file + " is there already");
            }
            for (Path desk : desks()) {
                locks.push(FolderLock.take(desk.resolve(SextantStore.JOURNAL)));
            }
            Written written = write(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return written;
        } catch (StoreException open) {
            throw new ArchiveProblem(open.problem().sentence(), open);
        } catch (IOException e) {
            throw new ArchiveProblem("The archive could not be written: " + e.getMessage() + ".", e);
        } finally {
            locks.forEach(FolderLock::close);
            deleteQuietly(unfinished);
        }
    }

    private List<Path> desks() throws IOException {
        try (Stream<Path> all = Files.walk(dataFolder)) {
            return all.filter(Files::isDirectory)
                    .filter(folder -> folder.endsWith(SextantStore.JOURNAL))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    private Written write(Path unfinished) throws IOException {
        List<Manifest.Entry> entries = new ArrayList<>();
        try (OutputStream out = Files.newOutputStream(
                        unfinished, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            text(zip, HEAD, HEAD + " " + VERSION + "\n");
            for (Path source : files()) {
                entries.add(copy(zip, source));
            }
            text(zip, Manifest.NAME, new Manifest(entries).write());
        }
        return new Written(entries.size(), new Manifest(entries).bytes());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(dataFolder)) {
            return all.filter(Files::isRegularFile)
                    .filter(this::leaves)
                    .sorted()
                    .toList();
        }
    }

    private boolean leaves(Path file) {
        String name = file.getFileName().toString();
        if (name.equals(LOCK) || name.endsWith(DOORS) || KEY_ENDINGS.stream().anyMatch(name::endsWith)) {
            return false;
        }
        String inProfile = path(file).replaceFirst("^profiles/[^/]+/", "");
        return !inProfile.startsWith(SERVER) || inProfile.startsWith(SERVER_TRAIL);
    }

    private String path(Path file) {
        return dataFolder
                .relativize(file)
                .toString()
                .replace(file.getFileSystem().getSeparator(), "/");
    }

    private Manifest.Entry copy(ZipOutputStream zip, Path source) throws IOException {
        String path = dataFolder
                .relativize(source)
                .toString()
                .replace(source.getFileSystem().getSeparator(), "/");
        if (!Manifest.isSafe(path)) {
            throw new IOException(source + " has a name that other systems do not take");
        }
        MessageDigest digest = sha256();
        long bytes = 0;
        zip.putNextEntry(new ZipEntry(DATA + path));
        try (InputStream in = Files.newInputStream(source)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                zip.write(buffer, 0, read);
                bytes += read;
            }
        }
        zip.closeEntry();
        return Manifest.Entry.of(digest.digest(), bytes, path);
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(DataExport.class.getName()).log(System.Logger.Level.WARNING, file + " stays behind", e);
        }
    }
}
