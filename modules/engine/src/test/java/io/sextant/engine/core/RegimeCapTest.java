package io.sextant.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.regime.ExposureCap;
import io.sextant.domain.request.GateStatus;
import org.junit.jupiter.api.Test;

/** What a regime allows is a setting, and the gate obeys it. */
class RegimeCapTest {

    private final BreakerDesk desk = new BreakerDesk();

    private void cap(ExposureCap cap) {
        assertThat(desk.session.apply(new ChangeSetting(ExposureCap.SETTING, cap.text())))
                .isInstanceOf(Outcome.Done.class);
    }

    private double exposureShare() {
        return desk.session.core().views().gate().lights().stream()
                .filter(light -> light.control() == GateControl.EXPOSURE)
                .mapToDouble(GateStatus.Light::share)
                .findFirst()
                .orElseThrow();
    }

    private void assertRefused() {
        assertThat(desk.order(Side.BUY, 1)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(RefusalCode.REGIME_EXPOSURE);
            assertThat(refused.refusal().sentence()).contains("0.01 that the regime allows");
        });
    }

    @Test
    void positionsMayNotGrowBeyondItAndMayAlwaysShrink() {
        desk.trade(Side.BUY, 5);
        double uncapped = exposureShare();
        cap(ExposureCap.of(1));
        assertRefused();
        assertThat(exposureShare()).isGreaterThan(1).isGreaterThan(uncapped);
        desk.trade(Side.SELL, 2);
        assertRefused();

        cap(ExposureCap.NONE);
        desk.trade(Side.BUY, 1);
    }

    /** A person's word ends at its time by itself, whoever is there to hear it. */
    @Test
    void whatWasSetByHandEndsByItself() {
        cap(new ExposureCap(1, desk.nowNanos() + 5 * BreakerDesk.SECOND, ExposureCap.OFF));
        assertRefused();
        desk.pass(4);
        assertRefused();
        desk.pass(1);
        desk.trade(Side.BUY, 1);
    }

    @Test
    void aCapThatCannotBeReadLetsNoPositionGrow() {
        desk.trade(Side.BUY, 2);
        desk.session.apply(new ChangeSetting(ExposureCap.SETTING, "very little"));
        assertThat(desk.order(Side.BUY, 1))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.REGIME_EXPOSURE));
        desk.trade(Side.SELL, 1);
        desk.session.apply(new ChangeSetting(ExposureCap.SETTING, ""));
        desk.trade(Side.BUY, 1);
    }

    @Test
    void itHoldsAfterARestartWithASnapshotAndWithout() {
        for (boolean withSnapshot : new boolean[] {true, false}) {
            FuturesDesk futures = new FuturesDesk(3);
            futures.session().apply(new ChangeSetting(ExposureCap.SETTING, "0"));
            futures.restart(withSnapshot);
            Outcome outcome = futures.session()
                    .apply(new PlaceOrder(OrderDraft.market(
                            futures.future.id(), Side.BUY, futures.future.quantityOf(1), OrderOrigin.TICKET)));
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.REGIME_EXPOSURE));
        }
    }
}
