package io.sextant.domain.position;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/** The plain twin of {@link PositionKeeper}: a queue of parts in unbounded integers, one part only where costs are averaged. */
final class BruteForcePosition {

    private record Part(BigInteger units, BigInteger cost) {}

    private final Instrument instrument;
    private final CostBasis costBasis;
    private final Deque<Part> parts = new ArrayDeque<>();
    private BigInteger realised = BigInteger.ZERO;
    private BigInteger feesQuote = BigInteger.ZERO;
    private BigInteger feesBase = BigInteger.ZERO;
    private BigInteger bought = BigInteger.ZERO;
    private BigInteger sold = BigInteger.ZERO;

    BruteForcePosition(Instrument instrument, CostBasis costBasis) {
        this.instrument = instrument;
        this.costBasis = costBasis;
    }

    void onFill(Side side, long priceTicks, long lots, long feeUnits, boolean feeInBase) {
        BigInteger notional = big(priceTicks).multiply(big(lots)).multiply(big(instrument.moneyUnitsPerTickLot()));
        BigInteger traded = big(lots).multiply(big(instrument.positionUnitsPerLot()));
        BigInteger moved = side == Side.BUY ? traded : traded.negate();
        BigInteger paid = side == Side.BUY ? notional : notional.negate();
        if (side == Side.BUY) {
            bought = bought.add(notional);
        } else {
            sold = sold.add(notional);
        }
        if (feeInBase) {
            feesBase = feesBase.add(big(feeUnits));
            moved = moved.subtract(big(feeUnits));
        } else {
            feesQuote = feesQuote.add(big(feeUnits));
        }
        BigInteger held = units();
        boolean flips = held.signum() * moved.signum() < 0 && moved.abs().compareTo(held.abs()) > 0;
        if (flips) {
            BigInteger paidToClose = share(paid, held.abs(), moved.abs());
            take(held.negate(), paidToClose);
            take(moved.add(held), paid.subtract(paidToClose));
        } else {
            take(moved, paid);
        }
    }

    private void take(BigInteger moved, BigInteger paid) {
        if (moved.signum() == 0) {
            realised = realised.subtract(paid);
            return;
        }
        if (units().signum() * moved.signum() >= 0) {
            Part part = new Part(moved, paid);
            Part last = costBasis == CostBasis.AVERAGE ? parts.pollLast() : null;
            parts.addLast(last == null ? part : new Part(last.units.add(part.units), last.cost.add(part.cost)));
            return;
        }
        realised = realised.subtract(paid);
        BigInteger left = moved.abs();
        while (left.signum() > 0) {
            Part oldest = parts.removeFirst();
            BigInteger closed = left.min(oldest.units.abs());
            BigInteger cost = share(oldest.cost, closed, oldest.units.abs());
            realised = realised.subtract(cost);
            BigInteger rest = oldest.units.abs().subtract(closed);
            if (rest.signum() > 0) {
                parts.addFirst(new Part(rest.multiply(big(oldest.units.signum())), oldest.cost.subtract(cost)));
            }
            left = left.subtract(closed);
        }
    }

    private static BigInteger share(BigInteger whole, BigInteger part, BigInteger of) {
        return new BigDecimal(whole.multiply(part))
                .divide(new BigDecimal(of), 0, RoundingMode.FLOOR)
                .toBigIntegerExact();
    }

    BigInteger units() {
        return parts.stream().map(Part::units).reduce(BigInteger.ZERO, BigInteger::add);
    }

    BigInteger openCost() {
        return parts.stream().map(Part::cost).reduce(BigInteger.ZERO, BigInteger::add);
    }

    BigInteger realised() {
        return realised;
    }

    BigInteger feesQuote() {
        return feesQuote;
    }

    BigInteger feesBase() {
        return feesBase;
    }

    BigInteger cashFlow() {
        BigInteger moved = instrument.isPaidInFull() ? sold.subtract(bought) : realised;
        return moved.subtract(feesQuote);
    }

    BigInteger exposure(long markTicks) {
        BigInteger perLot = big(markTicks).multiply(big(instrument.moneyUnitsPerTickLot()));
        return share(units(), perLot, big(instrument.positionUnitsPerLot()));
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
