package io.sextant.neural.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.sextant.neural.LearnerUnavailable;
import java.lang.ref.Cleaner;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * A model with one input and one output of floats: from windows of steps, {@code [windows, steps]} or {@code [windows, steps, 1]}, to what
 * it says of each, {@code [windows, numbers]} or {@code [windows, numbers, 1]}. One thread computes. Memory outside of Java is freed when
 * the garbage collector finds the model.
 */
public final class OnnxModel {

    private static final Cleaner CLEANER = Cleaner.create();

    private final OrtSession session;
    private final String input;
    private final int steps;
    private final int numbers;
    private final boolean columns;
    private final boolean severalAtOnce;

    private OnnxModel(OrtSession session) throws OrtException {
        this.session = session;
        CLEANER.register(this, new Closing(session));
        if (session.getNumInputs() != 1 || session.getNumOutputs() != 1) {
            throw new IllegalArgumentException("the model has " + session.getNumInputs() + " inputs and "
                    + session.getNumOutputs() + " outputs, and one of each is wanted");
        }
        Map.Entry<String, NodeInfo> fed =
                session.getInputInfo().entrySet().iterator().next();
        input = fed.getKey();
        long[] in = shape(fed.getValue(), "input");
        long[] out = shape(session.getOutputInfo().values().iterator().next(), "output");
        columns = in.length == 3;
        steps = Math.toIntExact(in[1]);
        numbers = Math.toIntExact(out[1]);
        severalAtOnce = in[0] < 0;
    }

    private record Closing(OrtSession session) implements Runnable {
        @Override
        public void run() {
            try {
                session.close();
            } catch (OrtException gone) {
                throw new IllegalStateException(gone);
            }
        }
    }

    private static long[] shape(NodeInfo node, String which) {
        if (!(node.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
            throw new IllegalArgumentException("the model's " + which + " is not a tensor of floats");
        }
        long[] shape = tensor.getShape();
        boolean known = (shape.length == 2 || (shape.length == 3 && shape[2] == 1)) && shape[1] > 0;
        if (!known || shape[0] == 0 || shape[0] > 1) {
            throw new IllegalArgumentException("the model's " + which
                    + " is not of the form [windows, numbers] or [windows, numbers, 1] with a fixed number");
        }
        return shape;
    }

    /**
     * @param bytes of a file
     * @throws IllegalArgumentException with a sentence, when this is no such model
     * @throws LearnerUnavailable where ONNX Runtime is not for this machine
     */
    public static OnnxModel read(byte[] bytes) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            return new OnnxModel(environment.createSession(bytes, options));
        } catch (LinkageError noLibrary) {
            throw new LearnerUnavailable(
                    "Models in the ONNX format cannot be run here: ONNX Runtime could not be loaded on "
                            + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ".",
                    noLibrary);
        } catch (OrtException unread) {
            throw new IllegalArgumentException(
                    "this is not a model that ONNX Runtime can run: " + unread.getMessage(), unread);
        }
    }

    /** How many steps of a window it wants. */
    public int steps() {
        return steps;
    }

    /** How many numbers it says of a window. */
    public int numbers() {
        return numbers;
    }

    /** @param windows of {@link #steps} numbers each, the oldest first */
    public float[][] run(float[][] windows) {
        float[][] said = new float[windows.length][];
        int atOnce = severalAtOnce ? Math.max(1, windows.length) : 1;
        try {
            for (int from = 0; from < windows.length; from += atOnce) {
                run(windows, from, atOnce, said);
            }
        } catch (OrtException failed) {
            throw new IllegalStateException("the ONNX model failed: " + failed.getMessage(), failed);
        }
        return said;
    }

    private void run(float[][] windows, int from, int count, float[][] said) throws OrtException {
        FloatBuffer fed = FloatBuffer.allocate(count * steps);
        for (int w = from; w < from + count; w++) {
            fed.put(windows[w], 0, steps);
        }
        long[] shape = columns ? new long[] {count, steps, 1} : new long[] {count, steps};
        try (OnnxTensor in = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), fed.rewind(), shape);
                OrtSession.Result result = session.run(Map.of(input, in))) {
            FloatBuffer out = ((OnnxTensor) result.get(0)).getFloatBuffer();
            for (int w = from; w < from + count; w++) {
                said[w] = new float[numbers];
                out.get(said[w]);
            }
        }
    }
}
