package io.sextant.domain.passport;

import io.sextant.domain.order.OrderId;
import java.util.List;

/**
 * All that is kept of why an order was sent, beside the reason that travels in it. It is written once, right after the gate let the order
 * pass; what was not known then stays empty.
 *
 * @param controls what the gate measured, in the order in which it asks
 * @param forecasts of the instrument that stood then, shortest bars first
 * @param regimes of the instrument that were told then
 * @param sizes that were considered
 */
public record OrderPassport(
        OrderId order,
        List<ControlReading> controls,
        CostThen cost,
        List<ForecastThen> forecasts,
        List<RegimeThen> regimes,
        List<SizeThen> sizes) {

    public OrderPassport {
        controls = List.copyOf(controls);
        forecasts = List.copyOf(forecasts);
        regimes = List.copyOf(regimes);
        sizes = List.copyOf(sizes);
    }
}
