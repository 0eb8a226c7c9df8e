package io.sextant.app.desktop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where an open window can be handed files, by whoever is started with them on the same data folder: a socket on loopback, whose port and secret word
 * lie in a file that only its owner reads, one a window. What comes in is a list of paths, to be shown, and maybe the name of the server whose engine
 * the window must show for it; nothing is traded and nothing is answered but a yes.
 */
final class WindowDoor implements AutoCloseable {

    /** Of the file in the data folder; between them stands the port. */
    static final String PREFIX = "window";

    static final String SUFFIX = ".door";

    private static final String YES = "shown";
    private static final int PATIENCE_MILLIS = 3_000;
    private static final int WORD_BYTES = 16;
    private static final int FILES_MAX = 200;
    private static final int LINE_MAX = 8_192;
    private static final System.Logger LOG = System.getLogger(WindowDoor.class.getName());

    private final Path file;
    private final ServerSocket socket;
    private final String word;
    private final Optional<String> server;
    private final Consumer<List<Path>> shown;

    private WindowDoor(
            Path file, ServerSocket socket, String word, Optional<String> server, Consumer<List<Path>> shown) {
        this.file = file;
        this.socket = socket;
        this.word = word;
        this.server = server;
        this.shown = shown;
    }

    /** Opens it; {@code server} is whose engine the window shows, empty for this machine; {@code shown} is told on a thread of the door. */
    static WindowDoor open(Path dataFolder, Optional<String> server, Consumer<List<Path>> shown) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            byte[] bytes = new byte[WORD_BYTES];
            new SecureRandom().nextBytes(bytes);
            String word = HexFormat.of().formatHex(bytes);
            Path file = dataFolder.resolve(PREFIX + "-" + socket.getLocalPort() + SUFFIX);
            write(file, socket.getLocalPort() + " " + word + "\n");
            WindowDoor door = new WindowDoor(file, socket, word, server, shown);
            Thread.ofVirtual().name("sextant-door").start(door::listen);
            return door;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Hands files to the window that was opened last of those on a data folder, with {@code server} of those that show its engine; false where none
     * is, or it does not answer.
     */
    static boolean knock(Path dataFolder, List<Path> files, Optional<String> server) {
        return doors(dataFolder).stream().anyMatch(door -> knockAt(door, files, server));
    }

    private static List<Path> doors(Path dataFolder) {
        try (Stream<Path> all = Files.list(dataFolder)) {
            return all.filter(WindowDoor::isDoor)
                    .sorted(Comparator.comparingLong(
                                    (Path door) -> door.toFile().lastModified())
                            .reversed())
                    .toList();
        } catch (IOException noFolder) {
            return List.of();
        }
    }

    private static boolean isDoor(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    private static boolean knockAt(Path door, List<Path> files, Optional<String> server) {
        try {
            String[] address = Files.readString(door).strip().split(" ");
            if (address.length != 2) {
                return false;
            }
            try (Socket to = new Socket()) {
                to.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(address[0])),
                        PATIENCE_MILLIS);
                to.setSoTimeout(PATIENCE_MILLIS);
                StringBuilder said = new StringBuilder(address[1]);
                server.ifPresent(name -> said.append(' ').append(name));
                said.append('\n');
                files.forEach(file -> said.append(file.toAbsolutePath()).append('\n'));
                to.getOutputStream().write(said.append('\n').toString().getBytes(StandardCharsets.UTF_8));
                to.getOutputStream().flush();
                return line(reader(to)).equals(YES);
            }
        } catch (NoSuchFileException closedMeanwhile) {
            return false;
        } catch (ConnectException dead) {
            forget(door);
            return false;
        } catch (IOException | IllegalArgumentException gone) {
            LOG.log(System.Logger.Level.DEBUG, "the window that left its address does not answer", gone);
            return false;
        }
    }

    /** A window listens before it leaves its address, so where nobody does it ended without closing its door. */
    private static void forget(Path door) {
        try {
            Files.deleteIfExists(door);
        } catch (IOException kept) {
            LOG.log(System.Logger.Level.DEBUG, door + " stays behind", kept);
        }
    }

    private static void write(Path file, String text) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owners = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Path next = Files.createTempFile(file.toAbsolutePath().getParent(), PREFIX, ".new", owners);
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket from = socket.accept()) {
                from.setSoTimeout(PATIENCE_MILLIS);
                hear(from);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "somebody at the door said nothing, or it was closed", e);
            }
        }
    }

    private void hear(Socket from) throws IOException {
        BufferedReader reader = reader(from);
        String said = line(reader);
        int space = said.indexOf(' ');
        boolean anyWindow = space < 0;
        if (!isWord(anyWindow ? said : said.substring(0, space)) || !(anyWindow || shows(said.substring(space + 1)))) {
            return;
        }
        List<Path> files = new ArrayList<>();
        for (String line = line(reader); !line.isEmpty() && files.size() < FILES_MAX; line = line(reader)) {
            try {
                files.add(Path.of(line));
            } catch (IllegalArgumentException noPath) {
                return;
            }
        }
        shown.accept(files);
        from.getOutputStream().write((YES + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private boolean shows(String wanted) {
        return server.filter(wanted::equals).isPresent();
    }

    private boolean isWord(String said) {
        return MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8), word.getBytes(StandardCharsets.UTF_8));
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The next line; the end, and a line that nobody of ours would write, are an empty one. */
    private static String line(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int one = reader.read(); one >= 0 && one != '\n'; one = reader.read()) {
            if (line.length() == LINE_MAX) {
                return "";
            }
            line.append((char) one);
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
            if (Files.readString(file).endsWith(word + "\n")) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, file + " stays behind", e);
        }
    }
}
