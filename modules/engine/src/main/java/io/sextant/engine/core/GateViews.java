package io.sextant.engine.core;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.Breaker;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.RateLimit;
import io.sextant.domain.regime.ExposureCap;
import io.sextant.domain.regime.LimitShare;
import io.sextant.domain.request.GateStatus;
import io.sextant.domain.request.GateStatus.Light;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.execution.gate.FlowFigures;
import io.sextant.execution.gate.GateView;
import io.sextant.execution.gate.RiskGate;
import io.sextant.execution.order.OrderSlot;
import io.sextant.execution.order.WorkingOrders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The gate as people look at it: how far each control is used up by what works and was sent. Made only when somebody looks. */
final class GateViews {

    private static final double BPS = 10_000;

    private final InstrumentCatalog instruments;
    private final RiskGate gate;
    private final GateView view;
    private final WorkingOrders orders;
    private final Ledger ledger;
    private final FlowFigures flow;

    GateViews(InstrumentCatalog instruments, RiskGate gate, GateView view, WorkingOrders orders, Ledger ledger) {
        this.instruments = instruments;
        this.gate = gate;
        this.view = view;
        this.orders = orders;
        this.ledger = ledger;
        flow = gate.figures();
    }

    /** Another venue that differs is worse, and must not hide that this one cannot be reached. */
    private boolean isAnyVenueLost() {
        for (int i = 0; i < instruments.size(); i++) {
            if (view.venueTrust(i) == VenueTrust.UNREACHABLE) {
                return true;
            }
        }
        return view.venueTrust() == VenueTrust.UNREACHABLE;
    }

    GateStatus status() {
        List<String> names = gate.terms().strategies();
        return new GateStatus(
                view.nowNanos(),
                gate.standing().state(),
                gate.standing().reason(),
                gate.standing().sinceNanos(),
                lights(),
                breakers(),
                stopped(),
                IntStream.range(0, names.size())
                        .mapToObj(i -> new GateStatus.StrategyLight(names.get(i), gate.isThrottled(i)))
                        .toList(),
                gate.terms().account(),
                gate.limits(),
                ledger.account());
    }

    private List<GateStatus.BreakerLight> breakers() {
        List<GateStatus.BreakerLight> lights = new ArrayList<>();
        for (Breaker breaker : Breaker.values()) {
            lights.add(new GateStatus.BreakerLight(
                    breaker,
                    gate.standing().breakers().isTripped(breaker),
                    gate.standing().breakers().value(breaker),
                    gate.standing().breakers().limit(breaker),
                    gate.standing().breakers().sinceNanos(breaker)));
        }
        return lights;
    }

    private List<GateStatus.Stopped> stopped() {
        List<GateStatus.Stopped> stopped = new ArrayList<>();
        if (gate.killSwitchEngaged()) {
            stopped.add(new GateStatus.Stopped(KillScope.ALL, gate.killSwitchReason()));
        }
        gate.killedAccounts()
                .forEach((name, why) -> stopped.add(new GateStatus.Stopped(new KillScope.OneAccount(name), why)));
        gate.killedStrategies()
                .forEach((name, why) -> stopped.add(new GateStatus.Stopped(new KillScope.OneStrategy(name), why)));
        return stopped;
    }

    private List<Light> lights() {
        List<Light> lights = new ArrayList<>();
        for (GateControl control : GateControl.values()) {
            lights.add(gate.limits()
                    .findAccount()
                    .map(account -> light(control, account))
                    .orElseGet(() -> new Light(control, "", "", 1)));
        }
        return lights;
    }

    private Light light(GateControl control, AccountLimits account) {
        long now = view.nowNanos();
        return switch (control) {
            case ORDER_QUANTITY, ORDER_VALUE, PRICE_COLLAR, POSITION -> worst(control);
            case AMEND_COLLAR -> plain(control, worst(GateControl.PRICE_COLLAR));
            case EXPOSURE -> exposure(account);
            case BUYING_POWER -> buyingPower();
            case ORDER_RATE -> rate(control, flow.ordersInWindow(now), account.orders());
            case CANCEL_RATE -> rate(control, flow.cancelsInWindow(now), account.cancels());
            case DUPLICATE -> window(control, account.duplicateWindowNanos());
            case PARENT -> new Light(control, Integer.toString(flow.openParents()), "", 0);
            case REPEATED_EXECUTION -> executions(now, account.executions());
            case SELF_MATCH -> onOff(control, account.preventSelfMatch(), false);
            case RESTRICTED ->
                new Light(control, Integer.toString(account.restricted().size()), "", 0);
            case STALE_DATA -> age(account);
            case LOSS -> loss(account);
            case DISCONNECT -> onOff(control, account.cancelOnDisconnect(), isAnyVenueLost());
            case KILL_SWITCH ->
                new Light(
                        control,
                        Integer.toString(stopped().size()),
                        "",
                        stopped().isEmpty() ? 0 : 1);
            case RECONCILIATION ->
                new Light(control, view.venueTrust().name(), "", view.venueTrust() == VenueTrust.AGREED ? 0 : 1);
            case OVERRIDE -> new Light(control, "", "", 0);
        };
    }

    private static Light plain(GateControl control, Light of) {
        return new Light(control, of.used(), of.limit(), of.share());
    }

    /** The instrument that comes nearest to its own limit. */
    private Light worst(GateControl control) {
        Light worst = new Light(control, "", "", gate.limits().byInstrument().isEmpty() ? 1 : 0);
        for (InstrumentLimits limits : gate.limits().byInstrument()) {
            int index = instruments.indexOf(limits.instrument());
            if (control == GateControl.POSITION) {
                worst = nearer(worst, position(index, limits));
                continue;
            }
            for (OrderSlot slot = orders.firstWorking(); slot != null; slot = orders.nextWorking(slot)) {
                if (slot.instrument() == index) {
                    worst = nearer(worst, order(control, slot, instruments.get(index), limits));
                }
            }
        }
        return worst;
    }

    private static Light nearer(Light one, Light other) {
        return other.share() > one.share() ? other : one;
    }

    private Light order(GateControl control, OrderSlot slot, Instrument terms, InstrumentLimits limits) {
        return switch (control) {
            case ORDER_QUANTITY -> {
                long most = part(
                        terms.isWholeLots(limits.maxOrderQuantity()) ? terms.lotsOf(limits.maxOrderQuantity()) : 0);
                yield new Light(
                        control,
                        terms.id() + " " + terms.quantityOf(slot.lots()),
                        (isWhole() ? limits.maxOrderQuantity() : terms.quantityOf(most)).toString(),
                        share(slot.lots(), most));
            }
            case ORDER_VALUE -> {
                Money value = terms.notional(slot.limitTicks(), slot.lots());
                Money most = Money.of(part(limits.maxOrderNotional().units()), terms.quote());
                yield new Light(control, terms.id() + " " + value, most.toString(), share(value.units(), most.units()));
            }
            default -> collar(slot, terms, limits);
        };
    }

    private Light collar(OrderSlot slot, Instrument terms, InstrumentLimits limits) {
        long market = view.lastTicks(slot.instrument());
        long away = market <= 0 ? 0 : Math.round(Math.abs(slot.limitTicks() - market) * BPS / market);
        return new Light(
                GateControl.PRICE_COLLAR,
                terms.id() + " " + away + " bp",
                limits.collarBps() + " bp",
                share(away, limits.collarBps()));
    }

    private Light position(int index, InstrumentLimits limits) {
        Instrument terms = instruments.get(index);
        long position = view.positionLots(index);
        long longest = Math.abs(position + view.workingLots(index, Side.BUY));
        long shortest = Math.abs(position - view.workingLots(index, Side.SELL));
        long lots = Math.max(longest, shortest);
        Quantity allowed = Quantity.of(
                part(limits.maxPosition().units()), limits.maxPosition().scale());
        double most = allowed.units() / Math.pow(10, allowed.scale());
        double held = terms.quantityOf(lots).units()
                / Math.pow(10, terms.quantityOf(lots).scale());
        return new Light(
                GateControl.POSITION,
                terms.id() + " " + terms.quantityOf(lots),
                allowed.toString(),
                most > 0 ? held / most : held > 0 ? 1 : 0);
    }

    private Light exposure(AccountLimits account) {
        long gross = view.grossExposureUnits();
        long equity = Math.max(1, view.equityUnits());
        boolean bounded = account.maxGrossExposure() != AccountLimits.UNSET;
        double byValue = bounded ? share(gross, units(account.maxGrossExposure())) : 0;
        double leverage = account.maxLeverageHundredths() == AccountLimits.UNSET
                ? 0
                : (double) gross / equity * 100 / Math.max(1, account.maxLeverageHundredths());
        double byLimits = Math.max(byValue, leverage);
        double byRegime = ofCap(gross, equity);
        String limit = bounded ? money(units(account.maxGrossExposure())) : "";
        return new Light(
                GateControl.EXPOSURE,
                money(gross),
                byRegime > byLimits ? money((long) (equity / 100.0 * view.exposureCapPercent())) : limit,
                Math.max(byLimits, byRegime));
    }

    /** Of what the regime allows, if it restrains. */
    private double ofCap(long gross, long equity) {
        int percent = view.exposureCapPercent();
        return percent == ExposureCap.OFF ? 0 : gross == 0 ? 0 : (double) gross / equity * 100 / Math.max(1, percent);
    }

    /** Of the currency of which the least is free. */
    private Light buyingPower() {
        Light worst = new Light(GateControl.BUYING_POWER, "", "", 0);
        for (int i = 0; i < instruments.size(); i++) {
            long funds = ledger.fundsUnits(i);
            long tied = funds - view.freeFundsUnits(i);
            Light here = new Light(
                    GateControl.BUYING_POWER,
                    Money.of(tied, instruments.get(i).quote()).toString(),
                    Money.of(funds, instruments.get(i).quote()).toString(),
                    share(tied, Math.max(0, funds)));
            worst = nearer(worst, here);
        }
        return worst;
    }

    private Light executions(long nowNanos, RateLimit limit) {
        int most = flow.executionsInWindow(nowNanos);
        boolean throttled = IntStream.range(0, gate.terms().strategies().size()).anyMatch(gate::isThrottled);
        Light light = rate(GateControl.REPEATED_EXECUTION, most, limit);
        return throttled ? new Light(light.control(), light.used(), light.limit(), 1) : light;
    }

    private static Light rate(GateControl control, int used, RateLimit limit) {
        return limit.isBounded()
                ? new Light(
                        control,
                        Integer.toString(used),
                        limit.count() + " / " + Duration.ofNanos(limit.windowNanos()),
                        share(used, limit.count()))
                : new Light(control, "", "", 0);
    }

    private static Light window(GateControl control, long nanos) {
        return new Light(control, "", nanos == 0 ? "" : Duration.ofNanos(nanos).toString(), 0);
    }

    private static Light onOff(GateControl control, boolean on, boolean refuses) {
        return new Light(control, "", on ? "ON" : "", refuses ? 1 : 0);
    }

    /** Of the instrument whose newest price is oldest, among those that something is held or works in. */
    private Light age(AccountLimits account) {
        long oldest = 0;
        for (int i = 0; i < instruments.size(); i++) {
            boolean concerns = view.positionLots(i) != 0
                    || view.workingLots(i, Side.BUY) > 0
                    || view.workingLots(i, Side.SELL) > 0;
            if (concerns) {
                oldest = Math.max(oldest, view.nowNanos() - view.priceNanos(i));
            }
        }
        boolean bounded = account.maxPriceAgeNanos() != AccountLimits.UNSET;
        return new Light(
                GateControl.STALE_DATA,
                Duration.ofNanos(oldest).toString(),
                bounded ? Duration.ofNanos(account.maxPriceAgeNanos()).toString() : "",
                view.feedIsGone() ? 1 : bounded ? share(oldest, account.maxPriceAgeNanos()) : 0);
    }

    private Light loss(AccountLimits account) {
        long loss = Math.max(0, view.dayLossUnits());
        boolean bounded = account.maxDailyLoss() != AccountLimits.UNSET;
        double day = bounded ? share(loss, part(units(account.maxDailyLoss()))) : 0;
        double best = account.maxDrawdown() == AccountLimits.UNSET
                ? 0
                : share(view.drawdownUnits(), part(units(account.maxDrawdown())));
        return new Light(
                GateControl.LOSS,
                money(loss),
                bounded ? money(part(units(account.maxDailyLoss()))) : "",
                Math.max(day, best));
    }

    private boolean isWhole() {
        return view.limitPercent() == LimitShare.WHOLE_PERCENT;
    }

    /** What the regime leaves of a limit to orders that make a position larger. */
    private long part(long limit) {
        return isWhole() ? limit : Decimals.multiplyDivideFloor(limit, view.limitPercent(), LimitShare.WHOLE_PERCENT);
    }

    private long units(long whole) {
        return whole * Decimals.powerOfTen(gate.terms().reporting().scale());
    }

    private String money(long units) {
        return Money.of(units, gate.terms().reporting()).toString();
    }

    private static double share(long used, long limit) {
        return limit > 0 ? (double) used / limit : used > 0 ? 1 : 0;
    }
}
