package io.sextant.execution.order;

import io.sextant.domain.order.RefusalCode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Sentences that end with the code of a rule, made once so that no order allocates one. */
final class OrderReasons {

    static final OrderReasons REJECTED = new OrderReasons("rejected by the venue: ");
    static final OrderReasons REFUSED = new OrderReasons("refused when its price came: ");
    static final OrderReasons STAYS = new OrderReasons("its price came, it stays until the gate lets it go: ");
    static final OrderReasons CANCEL_REJECTED = new OrderReasons("the venue refused to cancel: ");
    static final OrderReasons AMEND_REJECTED = new OrderReasons("the venue refused to amend: ");

    private final Map<RefusalCode, String> byCode = new EnumMap<>(RefusalCode.class);

    private OrderReasons(String beginning) {
        for (RefusalCode code : RefusalCode.values()) {
            byCode.put(code, beginning + code);
        }
    }

    String with(RefusalCode code) {
        return Objects.requireNonNull(byCode.get(code));
    }
}
