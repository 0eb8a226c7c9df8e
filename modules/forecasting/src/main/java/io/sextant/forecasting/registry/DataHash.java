package io.sextant.forecasting.registry;

import io.sextant.forecasting.Observations;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The fingerprint of what a model learned from: equal hashes mean equal times, values and features, to the last bit. */
public final class DataHash {

    private DataHash() {}

    public static String of(Observations observations) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(observations.size() * Long.BYTES * 2);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String name : observations.featureNames()) {
                out.writeUTF(name);
            }
            for (int i = 0; i < observations.size(); i++) {
                out.writeLong(observations.timeNanos(i));
                out.writeDouble(observations.value(i));
                for (int j = 0; j < observations.featureNames().size(); j++) {
                    out.writeDouble(observations.feature(j, i));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ModelRecord.sha256(bytes.toByteArray());
    }
}
