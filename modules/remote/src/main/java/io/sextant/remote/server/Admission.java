package io.sextant.remote.server;

import io.sextant.remote.identity.Identities;
import io.sextant.remote.identity.Principal;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/** Who asks: proven by the certificate of the connection, or by a token in the header. */
final class Admission {

    private static final String BEARER = "Bearer ";

    private final Identities identities;

    Admission(Identities identities) {
        this.identities = identities;
    }

    Optional<Principal> forRequest(Request request) {
        return byCertificate(request).or(() -> token(request).flatMap(identities::byToken));
    }

    /** Uses a token up. */
    Optional<Principal> forLine(Request request) {
        return byCertificate(request).or(() -> token(request).flatMap(identities::byTokenOnce));
    }

    /** Whether he is still known, by the same proof and with the same role. */
    BooleanSupplier watch(Request request, Principal who) {
        return certificate(request)
                .<BooleanSupplier>map(own -> () -> identities.byCertificate(own).equals(Optional.of(who)))
                .orElse(() -> identities.byName(who.name()).equals(Optional.of(who)));
    }

    private Optional<Principal> byCertificate(Request request) {
        return certificate(request).flatMap(identities::byCertificate);
    }

    private static Optional<X509Certificate> certificate(Request request) {
        EndPoint.SslSessionData tls =
                request.getConnectionMetaData().getConnection().getEndPoint().getSslSessionData();
        if (tls == null || tls.peerCertificates() == null || tls.peerCertificates().length == 0) {
            return Optional.empty();
        }
        return Optional.of(tls.peerCertificates()[0]);
    }

    private static Optional<String> token(Request request) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip());
    }
}
