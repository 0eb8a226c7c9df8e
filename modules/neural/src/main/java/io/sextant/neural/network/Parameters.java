package io.sextant.neural.network;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Where each named block of numbers lies in the one flat vector that is trained: row by row, in PyTorch's names and order. */
public final class Parameters {

    /**
     * @param spread a start is drawn evenly within this of {@code middle}
     */
    public record Block(String name, int from, int rows, int columns, float middle, float spread) {

        public int size() {
            return rows * columns;
        }
    }

    private final List<Block> blocks = new ArrayList<>();
    private int size;

    Parameters() {}

    Block drawn(String name, int rows, int columns, double spread) {
        return add(new Block(name, size, rows, columns, 0f, (float) spread));
    }

    Block constant(String name, int columns, float value) {
        return add(new Block(name, size, 1, columns, value, 0f));
    }

    private Block add(Block block) {
        blocks.add(block);
        size += block.size();
        return block;
    }

    public int size() {
        return size;
    }

    public List<Block> blocks() {
        return List.copyOf(blocks);
    }

    public Block get(String name) {
        return blocks.stream()
                .filter(block -> block.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no block " + name));
    }

    float[] start(RandomGenerator random) {
        float[] values = new float[size];
        for (Block block : blocks) {
            for (int i = block.from(); i < block.from() + block.size(); i++) {
                values[i] = block.middle() + block.spread() * (2 * random.nextFloat() - 1);
            }
        }
        return values;
    }
}
