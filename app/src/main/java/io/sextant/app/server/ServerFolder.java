package io.sextant.app.server;

import io.sextant.remote.certificate.CertificateAuthority;
import io.sextant.remote.certificate.KeptFile;
import io.sextant.remote.certificate.Pem;
import io.sextant.remote.certificate.Tls;
import io.sextant.remote.identity.Identities;
import io.sextant.remote.identity.User;
import io.sextant.remote.identity.UserFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Where a served engine keeps its certificates, its users and its trail. Only its owner looks into it. */
public final class ServerFolder {

    private static final String FOLDER = "server";
    private static final String OF_THE_OWNER = "rwx------";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int PASSWORD_LETTERS = 24;

    private final Path folder;

    public ServerFolder(Path data) {
        folder = data.resolve(FOLDER);
    }

    public Path folder() {
        return folder;
    }

    public Path authorityFile() {
        return folder.resolve("ca.crt.pem");
    }

    private Path authorityKeyFile() {
        return folder.resolve("ca.key.pem");
    }

    public Path certificateFile() {
        return folder.resolve("server.crt.pem");
    }

    public Path keyFile() {
        return folder.resolve("server.key.pem");
    }

    public Path trailFolder() {
        return folder.resolve("audit");
    }

    public boolean hasAuthority() {
        return Files.exists(authorityFile()) && Files.exists(authorityKeyFile());
    }

    public UserFile users() {
        create();
        return new UserFile(folder.resolve("users.json"));
    }

    /** An authority if there is none, and a new certificate for an engine that is reached under these names. */
    public X509Certificate certify(List<String> hosts, Instant now) {
        create();
        CertificateAuthority authority = hasAuthority() ? authority() : newAuthority(hosts.getFirst(), now);
        CertificateAuthority.Issued issued = authority.forServer(hosts, now, CertificateAuthority.CERTIFICATE_LASTS);
        Pem.writeKey(keyFile(), issued.key());
        Pem.write(certificateFile(), List.of(issued.certificate(), authority.certificate()));
        return issued.certificate();
    }

    /** A certificate for somebody who is a user, in a file for his machine; the password of that file is in the result. */
    public ForUser certifyUser(User user, Path to, Instant now) {
        CertificateAuthority authority = authority();
        CertificateAuthority.Issued issued =
                authority.forUser(user.name(), now, CertificateAuthority.CERTIFICATE_LASTS);
        char[] password = newPassword();
        KeptFile.write(to, Tls.bundle(issued, authority.certificate(), password), KeptFile.FOR_THE_OWNER);
        users().change(user.name(), one -> one.withCertificate(Identities.fingerprint(issued.certificate())));
        return new ForUser(to, password, issued.certificate().getNotAfter().toInstant());
    }

    /** The same for programs that read PEM, such as Prometheus: the certificate, and its key in a file that only its owner reads. */
    public Instant certifyProgram(User user, Path certificate, Path key, Instant now) {
        CertificateAuthority.Issued issued =
                authority().forUser(user.name(), now, CertificateAuthority.CERTIFICATE_LASTS);
        Pem.writeKey(key, issued.key());
        Pem.write(certificate, List.of(issued.certificate()));
        users().change(user.name(), one -> one.withCertificate(Identities.fingerprint(issued.certificate())));
        return issued.certificate().getNotAfter().toInstant();
    }

    /**
     * @param password asked for where the file is opened; told once
     * @param until when the certificate is over
     */
    public record ForUser(Path file, char[] password, Instant until) {}

    public CertificateAuthority authority() {
        return CertificateAuthority.read(authorityFile(), authorityKeyFile(), new SecureRandom());
    }

    private CertificateAuthority newAuthority(String name, Instant now) {
        CertificateAuthority made = CertificateAuthority.create(name, now, new SecureRandom());
        made.write(authorityFile(), authorityKeyFile());
        return made;
    }

    /** How long until the server's certificate is over; below nought when it is. */
    public Duration certificateLasts(Instant now) {
        return Duration.between(
                now, Pem.readCertificate(certificateFile()).getNotAfter().toInstant());
    }

    private static char[] newPassword() {
        SecureRandom random = new SecureRandom();
        char[] password = new char[PASSWORD_LETTERS];
        for (int i = 0; i < password.length; i++) {
            password[i] = LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        return password;
    }

    private void create() {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(OF_THE_OWNER));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
