package io.sextant.remote.certificate;

import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates for one engine and its people, on the curve P-256. Its key never leaves the folder it was made in. */
public final class CertificateAuthority {

    public static final Duration AUTHORITY_LASTS = Duration.ofDays(3_650);
    /** As long as public authorities may give at most, so that renewing is a habit. */
    public static final Duration CERTIFICATE_LASTS = Duration.ofDays(397);

    private static final String SIGNED_WITH = "SHA256withECDSA";
    private static final int SERIAL_BYTES = 15;
    /** A clock that is a little behind at the other end. */
    private static final Duration BEFORE = Duration.ofHours(1);

    private final X509Certificate certificate;
    private final PrivateKey key;
    private final RandomGenerator secure;

    private CertificateAuthority(X509Certificate certificate, PrivateKey key, RandomGenerator secure) {
        this.certificate = certificate;
        this.key = key;
        this.secure = secure;
    }

    /** A certificate and its key. */
    public record Issued(X509Certificate certificate, PrivateKey key) {}

    /** @param secure for serial numbers that nobody can guess */
    public static CertificateAuthority create(String name, Instant now, RandomGenerator secure) {
        try {
            KeyPair pair = keyPair();
            X500Name own = name("Sextant authority of " + name);
            JcaX509v3CertificateBuilder builder = builder(own, own, pair.getPublic(), now, AUTHORITY_LASTS, secure);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            return new CertificateAuthority(sign(builder, pair.getPrivate()), pair.getPrivate(), secure);
        } catch (GeneralSecurityException | CertIOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static CertificateAuthority read(Path certificateFile, Path keyFile, RandomGenerator secure) {
        return new CertificateAuthority(Pem.readCertificate(certificateFile), Pem.readKey(keyFile), secure);
    }

    public void write(Path certificateFile, Path keyFile) {
        Pem.write(certificateFile, List.of(certificate));
        Pem.writeKey(keyFile, key);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** For an engine that is reached under these names and addresses. */
    public Issued forServer(List<String> hosts, Instant now, Duration lasts) {
        GeneralName[] names =
                hosts.stream().map(CertificateAuthority::generalName).toArray(GeneralName[]::new);
        return issue(hosts.getFirst(), KeyPurposeId.id_kp_serverAuth, now, lasts, new GeneralNames(names));
    }

    /** For one of its people. */
    public Issued forUser(String user, Instant now, Duration lasts) {
        return issue(
                user,
                KeyPurposeId.id_kp_clientAuth,
                now,
                lasts,
                new GeneralNames(new GeneralName(GeneralName.dNSName, user)));
    }

    private Issued issue(String name, KeyPurposeId purpose, Instant now, Duration lasts, GeneralNames names) {
        try {
            KeyPair pair = keyPair();
            JcaX509v3CertificateBuilder builder = builder(
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
                    name(name),
                    pair.getPublic(),
                    now,
                    lasts,
                    secure);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
            builder.addExtension(Extension.subjectAlternativeName, false, names);
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
            return new Issued(sign(builder, key), pair.getPrivate());
        } catch (GeneralSecurityException | CertIOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static X500Name name(String common) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, common).build();
    }

    private static GeneralName generalName(String host) {
        boolean isAddress = isAddress(host);
        return new GeneralName(isAddress ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }

    private static boolean isAddress(String host) {
        try {
            InetAddress.ofLiteral(host);
            return true;
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, Instant now, Duration lasts, RandomGenerator secure) {
        byte[] serial = new byte[SERIAL_BYTES];
        secure.nextBytes(serial);
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(1, serial).setBit(SERIAL_BYTES * Byte.SIZE - 1),
                Date.from(now.minus(BEFORE)),
                Date.from(now.plus(lasts)),
                subject,
                key);
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNED_WITH).build(key)));
        } catch (OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
