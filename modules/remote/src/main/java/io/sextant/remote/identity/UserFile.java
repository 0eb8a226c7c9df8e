package io.sextant.remote.identity;

import io.sextant.remote.certificate.KeptFile;
import io.sextant.remote.wire.WireReader;
import io.sextant.remote.wire.WireWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who may come in, in a file that only its owner reads. There is nobody in it until somebody is put there. It is read again when it changed. */
public final class UserFile {

    /** What the file holds; public because the wire's reader makes it. */
    public record Users(int version, List<User> users) {}

    private static final int VERSION = 1;

    private final Path file;
    private FileTime readAt = FileTime.fromMillis(0);
    private List<User> users = List.of();

    public UserFile(Path file) {
        this.file = file;
    }

    public synchronized List<User> all() {
        refresh();
        return users;
    }

    public synchronized Optional<User> find(String name) {
        return all().stream().filter(user -> user.name().equals(name)).findFirst();
    }

    synchronized Optional<User> findByCertificate(String sha256) {
        return all().stream()
                .filter(user -> user.certificates().contains(sha256))
                .findFirst();
    }

    public synchronized void put(User user) {
        List<User> more = new ArrayList<>(all());
        more.removeIf(one -> one.name().equals(user.name()));
        more.add(user);
        write(more);
    }

    /** As he is in the file now, not as he was when somebody began to type. False when nobody has this name. */
    public synchronized boolean change(String name, UnaryOperator<User> change) {
        readAt = FileTime.fromMillis(0);
        Optional<User> now = find(name);
        now.map(change).ifPresent(this::put);
        return now.isPresent();
    }

    /** False when nobody has this name. */
    public synchronized boolean remove(String name) {
        List<User> fewer = new ArrayList<>(all());
        boolean removed = fewer.removeIf(one -> one.name().equals(name));
        if (removed) {
            write(fewer);
        }
        return removed;
    }

    private void refresh() {
        try {
            if (!Files.exists(file)) {
                users = List.of();
                return;
            }
            FileTime changed = Files.getLastModifiedTime(file);
            if (!changed.equals(readAt)) {
                Users read = (Users) WireReader.read(Files.readString(file), Users.class);
                if (read.version() != VERSION) {
                    throw new IllegalStateException("The users' file is of version " + read.version()
                            + ", this program reads " + VERSION + ".");
                }
                users = List.copyOf(read.users());
                readAt = changed;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void write(List<User> now) {
        try {
            KeptFile.write(file, WireWriter.write(new Users(VERSION, now), Users.class), KeptFile.FOR_THE_OWNER);
            users = List.copyOf(now);
            readAt = Files.getLastModifiedTime(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
