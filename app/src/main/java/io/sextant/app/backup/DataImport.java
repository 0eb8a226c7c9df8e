package io.sextant.app.backup;

import io.sextant.app.session.DataFormat;
import io.sextant.app.session.SessionProblem;
import io.sextant.store.SextantStore;
import io.sextant.store.disk.FolderLock;
import io.sextant.store.disk.Folders;
import io.sextant.store.problem.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads an archive into a data folder: first into a folder beside it, every file held against the archive's list, and only when all of it
 * is right does that become the data folder.
 */
public final class DataImport {

    private static final Pattern HEAD = Pattern.compile(DataExport.HEAD + " (\\d{1,6})\\s*");
    private static final int BUFFER_BYTES = 1 << 16;

    /** No list of files is longer. */
    private static final int LONGEST_TEXT = 64 << 20;

    /** So much is left on the disk, whatever an archive says that it holds. */
    private static final long LEFT_FREE_BYTES = 64L << 20;

    private final Path archive;

    public DataImport(Path archive) {
        this.archive = archive;
    }

    /** What was read, and where what was there before lies now. */
    public record Read(int files, long bytes, Optional<Path> before) {}

    /**
     * Makes {@code dataFolder} what the archive holds. One that has data is only replaced when {@code replace} says so, and then set aside whole.
     *
     * @throws ArchiveProblem when the archive or the folder is not fit for it; the folder is then as it was
     */
    public Read into(Path dataFolder, boolean replace) {
        Path target = dataFolder.toAbsolutePath().normalize();
        try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
            Manifest manifest = open(zip);
            boolean taken = hasData(target);
            if (taken && !replace) {
                throw new ArchiveProblem(
                        "There is data in " + target + " already. Import into another folder (--data DIR)"
                                + " or profile (--profile NAME), or with --replace, which sets what is there aside whole.");
            }
            if (taken) {
                requireClosed(target);
            }
            Optional<Path> before = putInPlace(unpack(zip, manifest, target), target, taken);
            return new Read(manifest.entries().size(), manifest.bytes(), before);
        } catch (ZipException e) {
            throw new ArchiveProblem(archive + " is not whole, or no archive: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new ArchiveProblem(archive + " could not be imported: " + e.getMessage() + ".", e);
        }
    }

    private static Optional<Path> putInPlace(Path unpacked, Path target, boolean taken) throws IOException {
        try {
            Optional<Path> before = Optional.empty();
            if (taken) {
                before = Optional.of(Folders.setAside(target, "replaced"));
            } else {
                Files.deleteIfExists(target);
            }
            Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
            return before;
        } catch (IOException e) {
            delete(unpacked);
            throw e;
        }
    }

    private Manifest open(ZipFile zip) throws IOException {
        Matcher head = HEAD.matcher(text(zip, DataExport.HEAD));
        if (!head.matches()) {
            throw new ArchiveProblem(archive + " is not an archive of Sextant.");
        }
        if (Integer.parseInt(head.group(1)) > DataExport.VERSION) {
            throw new ArchiveProblem(
                    archive + " was written by a newer Sextant. Import it there. Nothing was changed.");
        }
        Manifest manifest = Manifest.read(text(zip, Manifest.NAME));
        Set<String> listed = new HashSet<>(Set.of(DataExport.HEAD, Manifest.NAME));
        manifest.entries().forEach(entry -> listed.add(DataExport.DATA + entry.path()));
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !listed.contains(name))
                .findFirst()
                .ifPresent(extra -> {
                    throw new ArchiveProblem(
                            archive + " holds " + extra + ", which its list does not name. Nothing was changed.");
                });
        return manifest;
    }

    private String text(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ArchiveProblem(archive + " is not an archive of Sextant.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LONGEST_TEXT);
            if (in.read() >= 0) {
                throw new ArchiveProblem(archive + " is not an archive of Sextant.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private Path unpack(ZipFile zip, Manifest manifest, Path target) throws IOException {
        Path parent = Optional.ofNullable(target.getParent())
                .orElseThrow(() -> new ArchiveProblem(target + " cannot be a data folder."));
        Files.createDirectories(parent);
        long room = Files.getFileStore(parent).getUsableSpace() - LEFT_FREE_BYTES;
        if (manifest.bytes() > room) {
            throw new ArchiveProblem("The archive holds " + (manifest.bytes() >> 20) + " MB, and on the disk of "
                    + parent + " there is room for " + Math.max(0, room >> 20) + ". Nothing was changed.");
        }
        Path unpacked = Files.createTempDirectory(parent, ".sextant-import-");
        try {
            for (Manifest.Entry entry : manifest.entries()) {
                copy(zip, entry, unpacked);
            }
            DataFormat.requireKnown(unpacked);
            return unpacked;
        } catch (SessionProblem newer) {
            delete(unpacked);
            throw new ArchiveProblem(
                    archive + " was written by a newer Sextant. Import it there. Nothing was changed.", newer);
        } catch (IOException | RuntimeException e) {
            delete(unpacked);
            throw e;
        }
    }

    private void copy(ZipFile zip, Manifest.Entry entry, Path unpacked) throws IOException {
        Path file = unpacked.resolve(entry.path()).normalize();
        ZipEntry zipped = zip.getEntry(DataExport.DATA + entry.path());
        if (zipped == null || !file.startsWith(unpacked)) {
            throw new ArchiveProblem(archive + " lacks " + entry.path() + ". Nothing was changed.");
        }
        Files.createDirectories(file.getParent());
        MessageDigest digest = DataExport.sha256();
        long bytes = 0;
        try (InputStream in = zip.getInputStream(zipped);
                OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > entry.bytes()) {
                    throw changed(entry);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        if (!Manifest.Entry.of(digest.digest(), bytes, entry.path()).equals(entry)) {
            throw changed(entry);
        }
    }

    private ArchiveProblem changed(Manifest.Entry entry) {
        return new ArchiveProblem(
                archive + " was changed: " + entry.path() + " is not what its checksum says. Nothing was imported.");
    }

    private static boolean hasData(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    /** A desk that is open must not have its folder moved away. */
    private static void requireClosed(Path folder) throws IOException {
        List<Path> journals;
        try (Stream<Path> all = Files.walk(folder)) {
            journals = all.filter(Files::isDirectory)
                    .filter(one -> one.endsWith(SextantStore.JOURNAL))
                    .toList();
        }
        try {
            journals.forEach(journal -> FolderLock.take(journal).close());
        } catch (StoreException open) {
            throw new ArchiveProblem(open.problem().sentence(), open);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
