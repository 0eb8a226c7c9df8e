package io.sextant.store.disk;

import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.FolderLocked;
import io.sextant.store.problem.StoreProblem.FolderUnusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One process at a time in a folder. The system gives the lock back when the process ends, however it ends. */
public final class FolderLock implements AutoCloseable {

    private static final String FILE_NAME = "lock";

    /** Locked far behind the text, since on Windows nobody else can read bytes that are locked. */
    private static final long LOCKED_BYTE = 1L << 40;

    private static final int HOLDER_BYTES_MAX = 200;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Makes the folder when there is none. */
    public static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(FILE_NAME);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                if (!isLockedBy(channel)) {
                    throw new StoreException(new FolderLocked(folder, readHolder(channel)));
                }
                writeHolder(channel);
                return new FolderLock(channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StoreException(new FolderUnusable(folder, String.valueOf(e.getMessage())), e);
        }
    }

    private static boolean isLockedBy(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false) != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    private static void writeHolder(FileChannel channel) throws IOException {
        byte[] holder = ("process " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder), 0);
    }

    private static String readHolder(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(HOLDER_BYTES_MAX);
        int read = channel.read(buffer, 0);
        return read <= 0 ? "" : new String(buffer.array(), 0, read, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
