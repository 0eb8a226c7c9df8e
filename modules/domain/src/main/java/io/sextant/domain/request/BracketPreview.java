package io.sextant.domain.request;

import io.sextant.domain.money.Price;
import io.sextant.domain.order.Refusal;
import java.util.Optional;

/**
 * What would become of a bracket now, without sending anything.
 *
 * @param around where its position would begin: the price of the entry, else the market's
 * @param stop where its stop would stand at first, empty where it has none or too little is known
 */
public record BracketPreview(Optional<Refusal> refusal, Optional<Price> around, Optional<Price> stop) {}
