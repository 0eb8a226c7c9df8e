package io.sextant.remote.certificate;

/** A file of certificates or keys that cannot be used; the message is a sentence for a person. */
public final class UnusableCertificateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableCertificateException(String message) {
        super(message);
    }

    UnusableCertificateException(String message, Throwable cause) {
        super(message, cause);
    }
}
