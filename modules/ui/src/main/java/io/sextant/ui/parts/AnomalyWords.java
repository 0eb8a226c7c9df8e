package io.sextant.ui.parts;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.FlowAnomaly;
import io.sextant.ui.i18n.Texts;

/** What is unusual in a market, in the reader's language. */
public final class AnomalyWords {

    private final Texts texts;
    private final OrderWords orders;

    public AnomalyWords(InstrumentCatalog catalog, Texts texts) {
        this.texts = texts;
        orders = new OrderWords(catalog, texts);
    }

    /** What was seen and what it means. */
    public String say(FlowAnomaly anomaly) {
        return texts.get(
                "parts.anomaly." + anomaly.kind().name() + "." + anomaly.side().name(),
                anomaly.instrument().symbol(),
                texts.figures().quantity(anomaly.quantity()),
                orders.price(anomaly.price(), anomaly.instrument()),
                score(anomaly));
    }

    /** In two or three words. */
    public String name(FlowAnomaly anomaly) {
        return texts.get("parts.anomaly.name." + anomaly.kind().name() + "."
                + anomaly.side().name());
    }

    private String score(FlowAnomaly anomaly) {
        return switch (anomaly.kind()) {
            case SPOOFING -> texts.figures().percent(100 * anomaly.score(), 0);
            case ICEBERG -> texts.figures().number(anomaly.score(), 0);
            case SWEEP, VOLUME -> texts.figures().number(anomaly.score(), 1);
        };
    }
}
