package io.sextant.notify.send;

import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.time.Clock;
import io.sextant.domain.vault.VenueKey;
import io.sextant.notify.send.NotSent.Fate;
import io.sextant.notify.send.SmtpDialogue.Answer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Hands one mail to a submission server, encrypted. Until the last dot is sent the mail surely does not exist there, so any failure before may be
 * tried again; after it only the answer tells, and without one nobody knows.
 */
final class Smtp implements Courier {

    private static final String ADDRESS = "[^\\s<>@,;:\"]{1,64}@[^\\s<>@,;:\"]{1,190}";
    private static final int PERMANENT = 5;
    private static final System.Logger LOG = System.getLogger(Smtp.class.getName());

    /** So many times the patience for one answer. */
    private static final int WHOLE_TALK = 3;

    private final Duration patience;
    private final Clock clock;
    private final SSLSocketFactory encryption;

    Smtp(Duration patience, Clock clock, SSLSocketFactory encryption) {
        this.patience = patience;
        this.clock = clock;
        this.encryption = encryption;
    }

    @Override
    public void send(AlertChannel channel, Optional<VenueKey> key, Message message) throws NotSent {
        String host = channel.option("host", "");
        String security = channel.option("security", "tls");
        if (security.equals("none") && !AlertChannel.isHere(host)) {
            throw new NotSent(Fate.NEVER, "mail is sent unencrypted to this machine only");
        }
        if (!security.matches("tls|starttls|none")) {
            throw new NotSent(Fate.NEVER, "security is tls, starttls or none");
        }
        for (String address : List.of(channel.option("from", ""), channel.option("to", ""))) {
            if (!address.matches(ADDRESS)) {
                throw new NotSent(Fate.NEVER, "a mail address is missing or is none");
            }
        }
        boolean handedOver = false;
        AtomicBoolean late = new AtomicBoolean();
        try (Socket plain = new Socket()) {
            hangUpLater(plain, late);
            plain.connect(new InetSocketAddress(host, port(channel)), (int) patience.toMillis());
            plain.setSoTimeout((int) patience.toMillis());
            SmtpDialogue talk = greeted(plain, host, port(channel), security);
            logIn(talk, key);
            require(talk.say("MAIL FROM:<" + channel.option("from", "") + ">"), key);
            require(talk.say("RCPT TO:<" + channel.option("to", "") + ">"), key);
            require(talk.say("DATA"), key);
            String mail = MailText.of(channel.option("from", ""), channel.option("to", ""), message, clock.nanos());
            handedOver = true;
            require(talk.say(mail + "."), key);
            // The server has it; what it says of our leaving matters to nobody.
            talk.write("QUIT\r\n");
        } catch (NotSent told) {
            throw told;
        } catch (SocketTimeoutException e) {
            throw lost(handedOver, host + " did not answer in time");
        } catch (IOException e) {
            throw lost(handedOver, host + (late.get() ? " did not answer in time" : " cannot be reached, or hung up"));
        }
    }

    /** The patience of a socket is for each byte; a server that drips them would be listened to forever. */
    private void hangUpLater(Socket plain, AtomicBoolean late) {
        Executor afterwards =
                CompletableFuture.delayedExecutor(patience.toMillis() * WHOLE_TALK, TimeUnit.MILLISECONDS);
        afterwards.execute(() -> {
            late.set(true);
            try {
                plain.close();
            } catch (IOException gone) {
                LOG.log(System.Logger.Level.DEBUG, "a mail server had gone already", gone);
            }
        });
    }

    private static NotSent lost(boolean handedOver, String sentence) {
        return new NotSent(handedOver ? Fate.UNKNOWN : Fate.LATER, sentence);
    }

    private static int port(AlertChannel channel) throws NotSent {
        String text = channel.option("port", "");
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new NotSent(Fate.NEVER, "'" + text + "' is no port");
        }
        return Integer.parseInt(text);
    }

    /** The dialogue after the greetings, encrypted unless it stays on this machine. */
    private SmtpDialogue greeted(Socket plain, String host, int port, String security) throws IOException {
        if (security.equals("tls")) {
            SmtpDialogue talk = new SmtpDialogue(encrypted(plain, host, port));
            require(talk.hear(), Optional.empty());
            hello(talk);
            return talk;
        }
        SmtpDialogue talk = new SmtpDialogue(plain);
        require(talk.hear(), Optional.empty());
        Answer offered = hello(talk);
        if (security.equals("none")) {
            return talk;
        }
        if (!offered.offers("STARTTLS")) {
            throw new NotSent(Fate.NEVER, host + " does not offer encryption, so nothing was sent");
        }
        require(talk.say("STARTTLS"), Optional.empty());
        SmtpDialogue hidden = new SmtpDialogue(encrypted(plain, host, port));
        hello(hidden);
        return hidden;
    }

    private SSLSocket encrypted(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) encryption.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        // Without it any certificate of anybody would do.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static Answer hello(SmtpDialogue talk) throws IOException {
        Answer answer = talk.say("EHLO [127.0.0.1]");
        require(answer, Optional.empty());
        return answer;
    }

    private static void logIn(SmtpDialogue talk, Optional<VenueKey> key) throws IOException {
        if (key.isEmpty()) {
            return;
        }
        String user = key.get().apiKey().reveal();
        String password = key.get().apiSecret().reveal();
        String plain =
                Base64.getEncoder().encodeToString(("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8));
        Answer answer = talk.say("AUTH PLAIN " + plain);
        if (!answer.isGood()) {
            throw new NotSent(
                    answer.code() / 100 == PERMANENT ? Fate.NEVER : Fate.LATER,
                    "the mail server does not let this user in (" + answer.code() + ")");
        }
    }

    private static void require(Answer answer, Optional<VenueKey> key) throws NotSent {
        if (!answer.isGood()) {
            throw new NotSent(
                    answer.code() / 100 == PERMANENT ? Fate.NEVER : Fate.LATER,
                    "the mail server says: " + Hushed.of(answer.text(), key));
        }
    }
}
