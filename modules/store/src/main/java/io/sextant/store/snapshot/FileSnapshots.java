package io.sextant.store.snapshot;

import io.sextant.domain.journal.SnapshotStore;
import io.sextant.store.disk.Folders;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.FolderUnusable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Snapshots as files of one folder; the newest {@value #KEPT} are kept. Thread-safe within a process. */
public final class FileSnapshots implements SnapshotStore {

    static final int KEPT = 3;

    private static final System.Logger LOG = System.getLogger(FileSnapshots.class.getName());
    private static final Pattern NAME = Pattern.compile("snapshot-(0\\d{18})\\.state");

    private final Path folder;
    private final List<String> findings = new ArrayList<>();

    private FileSnapshots(Path folder) {
        this.folder = folder;
    }

    /** Whoever opens a folder holds it locked, by the journal beside it or otherwise. */
    public static FileSnapshots open(Path folder) {
        try {
            Files.createDirectories(folder);
            return new FileSnapshots(folder);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    @Override
    public synchronized void save(Snapshot snapshot) {
        Path file = pathOf(snapshot.journalPosition());
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer content = ByteBuffer.wrap(SnapshotFile.encode(snapshot));
                while (content.hasRemaining()) {
                    channel.write(content);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Folders.forceNameOf(file);
            for (Path old : list().descendingMap().values().stream().skip(KEPT).toList()) {
                Files.delete(old);
            }
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Damaged ones are set aside. So are those ahead of the journal: they belong to records that were cut off, and would be
     * wrong once other records have taken their positions.
     */
    @Override
    public synchronized Optional<Snapshot> findNewest(long journalPosition, Predicate<Snapshot> readable) {
        try {
            for (Map.Entry<Long, Path> file : list().descendingMap().entrySet()) {
                if (file.getKey() > journalPosition) {
                    report(
                            file.getValue(),
                            "ahead",
                            "is of journal record " + file.getKey() + ", but the journal ends at " + journalPosition);
                    continue;
                }
                Optional<Snapshot> snapshot = SnapshotFile.decode(Files.readAllBytes(file.getValue()), file.getKey());
                if (snapshot.isEmpty()) {
                    report(file.getValue(), "damaged", "is not whole");
                } else if (snapshot.filter(readable).isPresent()) {
                    return snapshot;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /** What had to be set aside so far, a sentence each. */
    public synchronized List<String> findings() {
        return List.copyOf(findings);
    }

    private void report(Path file, String why, String what) throws IOException {
        Path aside = Folders.setAside(file, why);
        String finding = "The snapshot " + file.getFileName() + " " + what + ". It was set aside as "
                + aside.getFileName() + "; recovery begins from an older one or from the journal's start.";
        LOG.log(System.Logger.Level.WARNING, finding);
        findings.add(finding);
    }

    private NavigableMap<Long, Path> list() throws IOException {
        NavigableMap<Long, Path> files = new TreeMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    files.put(Long.parseLong(name.group(1)), file);
                }
            }
        }
        return files;
    }

    private Path pathOf(long position) {
        return folder.resolve(String.format(Locale.ROOT, "snapshot-%019d.state", position));
    }

    private static StoreException unusable(Path folder, IOException cause) {
        return new StoreException(new FolderUnusable(folder, String.valueOf(cause.getMessage())), cause);
    }
}
