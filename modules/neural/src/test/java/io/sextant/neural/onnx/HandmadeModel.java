package io.sextant.neural.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Models written field by field as onnx.proto3 numbers them: {@code said = windows W}. */
public final class HandmadeModel {

    private static final int FLOAT = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private HandmadeModel() {}

    /** @param weights by step, what it adds to each number */
    public static byte[] product(float[][] weights) {
        int steps = weights.length;
        int numbers = weights[0].length;
        ByteBuffer raw = ByteBuffer.allocate(steps * numbers * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : weights) {
            for (float weight : row) {
                raw.putFloat(weight);
            }
        }
        HandmadeModel node =
                new HandmadeModel().text(1, "x").text(1, "w").text(2, "y").text(4, "MatMul");
        HandmadeModel tensor = new HandmadeModel()
                .number(1, steps)
                .number(1, numbers)
                .number(2, FLOAT)
                .text(8, "w")
                .bytes(9, raw.array());
        HandmadeModel graph = new HandmadeModel()
                .part(1, node)
                .text(2, "product")
                .part(5, tensor)
                .part(11, value("x", steps))
                .part(12, value("y", numbers));
        HandmadeModel operators = new HandmadeModel().number(2, 13);
        return new HandmadeModel()
                .number(1, 8)
                .part(7, graph)
                .part(8, operators)
                .bytes
                .toByteArray();
    }

    private static HandmadeModel value(String name, int columns) {
        HandmadeModel shape = new HandmadeModel()
                .part(1, new HandmadeModel().text(2, "windows"))
                .part(1, new HandmadeModel().number(1, columns));
        HandmadeModel tensor = new HandmadeModel().number(1, FLOAT).part(2, shape);
        return new HandmadeModel().text(1, name).part(2, new HandmadeModel().part(1, tensor));
    }

    private void varint(long value) {
        long left = value;
        while (left > 127) {
            bytes.write((int) ((left & 127) | 128));
            left >>>= 7;
        }
        bytes.write((int) left);
    }

    private HandmadeModel number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    private HandmadeModel bytes(int field, byte[] value) {
        varint(((long) field << 3) | 2);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private HandmadeModel text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private HandmadeModel part(int field, HandmadeModel value) {
        return bytes(field, value.bytes.toByteArray());
    }
}
