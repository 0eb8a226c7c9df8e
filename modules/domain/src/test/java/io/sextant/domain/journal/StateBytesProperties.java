package io.sextant.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StateBytesProperties {

    @Property
    void everythingComesBackAsItWas(
            @ForAll List<Long> numbers, @ForAll String text, @ForAll double[] doubles, @ForAll boolean flag) {
        long[] longs = numbers.stream().mapToLong(Long::longValue).toArray();
        StateBytes out = new StateBytes();
        out.putLongs(longs, longs.length);
        out.putString(text);
        out.putDoubles(doubles, doubles.length);
        out.putBoolean(flag);
        out.putInt(Integer.MIN_VALUE);

        StateReader in = StateBytes.reader(out.toByteArray());
        assertThat(in.getLongs()).isEqualTo(longs);
        assertThat(in.getString()).isEqualTo(text);
        assertThat(in.getDoubles()).isEqualTo(doubles);
        assertThat(in.getBoolean()).isEqualTo(flag);
        assertThat(in.getInt()).isEqualTo(Integer.MIN_VALUE);
        assertThatThrownBy(in::getLong).isInstanceOf(IllegalStateException.class);
    }

    @Property
    void aNumberIsNeverReadFromFewerBytesThanItTook(@ForAll long value) {
        StateBytes out = new StateBytes();
        out.putLong(value);
        for (int length = 0; length < out.size(); length++) {
            StateReader in = StateBytes.reader(out.array(), 0, length);
            assertThatThrownBy(in::getLong).isInstanceOf(IllegalStateException.class);
        }
        assertThat(StateBytes.reader(out.array(), 0, out.size()).getLong()).isEqualTo(value);
    }

    @Property
    void whateverTheBytesNothingButARefusalComesOfThem(@ForAll @Size(max = 40) byte[] bytes) {
        StateReader in = StateBytes.reader(bytes);
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> {
                    for (int i = 0; i <= bytes.length; i++) {
                        readSomething(in, i);
                    }
                })
                .isInstanceOfAny(IllegalStateException.class, ArithmeticException.class);
    }

    private static void readSomething(StateReader in, int which) {
        Object read = switch (which % 4) {
            case 0 -> in.getLong();
            case 1 -> in.getString();
            case 2 -> in.getLongs();
            default -> in.getInt();
        };
        assertThat(read).isNotNull();
    }

    @Test
    void smallNumbersAndAsciiTakeAByte() {
        StateBytes out = new StateBytes();
        out.putLong(-64);
        out.putLong(63);
        assertThat(out.size()).isEqualTo(2);
        out.clear();
        out.putString("BTC-USDT");
        assertThat(out.size()).isEqualTo(9);
        out.clear();
        out.putLong(Long.MIN_VALUE);
        assertThat(out.size()).isEqualTo(10);
    }

    @Test
    void growsForATextThatIsLongerThanItself() {
        StateBytes out = new StateBytes();
        String text = "\u20AC".repeat(100_000);
        out.putString(text);
        assertThat(StateBytes.reader(out.toByteArray()).getString()).isEqualTo(text);
    }

    @Test
    void reservesNoMemoryForACountThatCannotBeMet() {
        StateBytes out = new StateBytes();
        out.putLong(Integer.MAX_VALUE);
        byte[] bytes = out.toByteArray();
        for (Runnable read : List.<Runnable>of(
                () -> StateBytes.reader(bytes).getString(),
                () -> StateBytes.reader(bytes).getLongs(),
                () -> StateBytes.reader(bytes).getDoubles())) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(read::run)
                    .withMessage("a record says that 2147483647 things follow in its last 0 bytes");
        }
    }

    @Test
    void refusesANumberThatDoesNotEnd() {
        byte[] endless = new byte[20];
        Arrays.fill(endless, (byte) 0xFF);
        assertThatThrownBy(() -> StateBytes.reader(endless).getLong()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> StateBytes.reader(endless, 15, 6)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Property
    void aHashKnowsEveryWordAndTheirOrder(@ForAll @Size(min = 2, max = 20) List<Long> words) {
        long hash = hashOf(words);
        assertThat(hashOf(words)).isEqualTo(hash);
        for (int i = 0; i < words.size(); i++) {
            List<Long> changed = new ArrayList<>(words);
            changed.set(i, words.get(i) ^ 1);
            assertThat(hashOf(changed)).isNotEqualTo(hash);
        }
        assertThat(hashOf(words.subList(1, words.size()))).isNotEqualTo(hash);
        if (!words.equals(words.reversed())) {
            assertThat(hashOf(words.reversed())).isNotEqualTo(hash);
        }
    }

    private static long hashOf(List<Long> words) {
        StateHash hash = new StateHash();
        words.forEach(hash::putLong);
        return hash.value();
    }

    @Test
    void recordKindsKeepTheirNumbers() {
        assertThat(RecordKind.values()).extracting(RecordKind::number).containsExactly(1, 2, 3, 4, 5);
        for (RecordKind kind : RecordKind.values()) {
            assertThat(RecordKind.of(kind.number())).isEqualTo(kind);
        }
        assertThatThrownBy(() -> RecordKind.of(6)).isInstanceOf(IllegalArgumentException.class);
    }
}
