package io.sextant.ui.panel.regimes;

import io.sextant.domain.money.Money;
import io.sextant.domain.position.Account;
import io.sextant.domain.regime.ExposureCap;
import io.sextant.domain.request.DeskState;

/**
 * What a cap would do to a desk as it stands: shares are of the equity.
 *
 * @param before percent, or {@link ExposureCap#OFF}
 * @param after percent
 * @param held what all positions come to
 * @param room by how much they could still grow, not below nought
 * @param beyond by how much they are too large already, not below nought; nothing is sold for it
 */
record Consequence(int before, int after, double held, double room, double beyond) {

    static Consequence of(DeskState desk, ExposureCap cap, int after) {
        Account account = desk.account();
        double equity = amount(account.equity());
        double held = equity > 0 ? amount(account.grossExposure()) / equity : Double.NaN;
        return new Consequence(
                cap.percentAt(desk.marketNanos()),
                after,
                held,
                Math.max(0, after / 100.0 - held),
                Math.max(0, held - after / 100.0));
    }

    private static double amount(Money money) {
        return money.toDouble();
    }
}
