package io.sextant.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DecimalsProperties {

    private static final int DRAWS = Integer.getInteger("sextant.decimals.draws", 200_000);

    /** Where 128-bit division goes wrong if it does: both ends, powers of two, their neighbours, halves of ones. */
    private static final long[] EDGES = {
        0,
        1,
        2,
        3,
        0x7FFF_FFFFL,
        0x8000_0000L,
        0xFFFF_FFFFL,
        0x1_0000_0000L,
        0x1_0000_0001L,
        0x7FFF_FFFF_0000_0000L,
        0x7FFF_FFFF_8000_0000L,
        0x4000_0000_0000_0000L,
        0x3FFF_FFFF_FFFF_FFFFL,
        1_000_000_000_000_000_000L,
        Long.MAX_VALUE - 1,
        Long.MAX_VALUE
    };

    @Test
    void multiplyDivideAgreesWithBigIntegerAtEveryEdge() {
        for (long a : EDGES) {
            for (long b : EDGES) {
                for (long divisor : EDGES) {
                    for (int signs = 0; signs < 4; signs++) {
                        long signedA = (signs & 1) == 0 ? a : ~a;
                        long signedB = (signs & 2) == 0 ? b : -b;
                        agrees(signedA, signedB, divisor);
                    }
                }
            }
        }
    }

    @Test
    void multiplyDivideAgreesWithBigIntegerOnRandomBitPatterns() {
        Random random = new Random(20_261_120);
        for (int i = 0; i < DRAWS; i++) {
            long divisor = random.nextLong() >>> (1 + random.nextInt(63));
            agrees(
                    random.nextLong() >> random.nextInt(64),
                    random.nextLong() >> random.nextInt(64),
                    random.nextBoolean() ? divisor : divisor & 0x7FFF_FFFF_0000_0000L);
        }
    }

    @Property
    void multiplyDivideAgreesWithBigInteger(@ForAll long a, @ForAll long b, @ForAll("positiveDivisors") long divisor) {
        agrees(a, b, divisor);
    }

    @Test
    void comparesProductsAsBigIntegerDoes() {
        Random random = new Random(7);
        for (int i = 0; i < DRAWS; i++) {
            long a = random.nextLong() >> random.nextInt(64);
            long b = random.nextLong() >> random.nextInt(64);
            long c = random.nextInt(4) == 0 ? b : random.nextLong() >> random.nextInt(64);
            long d = random.nextInt(4) == 0 ? a + random.nextInt(3) - 1 : random.nextLong() >> random.nextInt(64);
            BigInteger one = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
            BigInteger other = BigInteger.valueOf(c).multiply(BigInteger.valueOf(d));
            assertThat(Decimals.isProductAbove(a, b, c, d))
                    .as(a + " * " + b + " > " + c + " * " + d)
                    .isEqualTo(one.compareTo(other) > 0);
        }
    }

    @Provide
    Arbitrary<Long> positiveDivisors() {
        return Arbitraries.longs().between(1, Long.MAX_VALUE);
    }

    private static void agrees(long a, long b, long divisor) {
        if (divisor == 0) {
            assertThatThrownBy(() -> Decimals.multiplyDivideFloor(a, b, divisor))
                    .isInstanceOf(ArithmeticException.class);
            return;
        }
        BigInteger[] parts =
                BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divideAndRemainder(BigInteger.valueOf(divisor));
        int sign = parts[1].signum();
        BigInteger floor = sign < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        BigInteger ceiling = sign > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
        same(floor, a, b, divisor, Decimals::multiplyDivideFloor);
        same(ceiling, a, b, divisor, Decimals::multiplyDivideCeiling);
    }

    private static void same(BigInteger expected, long a, long b, long divisor, MultiplyDivide operation) {
        if (expected.bitLength() < Long.SIZE) {
            if (operation.apply(a, b, divisor) != expected.longValue()) {
                assertThat(operation.apply(a, b, divisor))
                        .as("%d * %d / %d", a, b, divisor)
                        .isEqualTo(expected.longValue());
            }
        } else {
            assertThatThrownBy(() -> operation.apply(a, b, divisor))
                    .as("%d * %d / %d", a, b, divisor)
                    .isInstanceOf(ArithmeticException.class);
        }
    }

    @FunctionalInterface
    private interface MultiplyDivide {
        long apply(long a, long b, long divisor);
    }
}
