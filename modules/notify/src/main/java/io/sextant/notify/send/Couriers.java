package io.sextant.notify.send;

import io.sextant.domain.alert.AlertChannel.Kind;
import io.sextant.domain.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/** Who takes messages where. Sound and voice are brought by the window's machine, where there is one. */
public final class Couriers {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<Kind, Courier> byKind = new EnumMap<>(Kind.class);

    private Couriers() {}

    /** All that need nothing but the network and this system. */
    public static Couriers of(Clock clock, String system) {
        return of(clock, system, PATIENCE, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    static Couriers of(Clock clock, String system, Duration patience, SSLSocketFactory encryption) {
        HttpCourier http = new HttpCourier(patience);
        Couriers all = new Couriers();
        all.byKind.put(Kind.EMAIL, new Smtp(patience, clock, encryption));
        all.byKind.put(Kind.TELEGRAM, new Telegram(http));
        all.byKind.put(Kind.SMS, new Gateway(http));
        all.byKind.put(Kind.WEBHOOK, new Webhook(http));
        all.byKind.put(Kind.DESKTOP, new DesktopNotice(system, patience));
        return all;
    }

    /** The same and one more. */
    public Couriers with(Kind kind, Courier courier) {
        Couriers more = new Couriers();
        more.byKind.putAll(byKind);
        more.byKind.put(kind, courier);
        return more;
    }

    public Optional<Courier> find(Kind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
