package io.sextant.app.cli;

import java.io.PrintWriter;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Writes one JSON value to standard output, and nothing else goes there. Exact amounts are strings; what is not finite is null. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new FiniteNumber())
                    .addSerializer(double[].class, new FiniteNumbers()))
            .build();

    private Json() {}

    static void print(PrintWriter out, Map<String, ?> value) {
        out.println(MAPPER.writeValueAsString(value));
        out.flush();
    }

    /** JSON knows no NaN and no infinity, and their names in quotes are numbers to nobody. */
    private static void write(double value, JsonGenerator to) {
        if (Double.isFinite(value)) {
            to.writeNumber(value);
        } else {
            to.writeNull();
        }
    }

    private static final class FiniteNumber extends ValueSerializer<Double> {

        @Override
        public void serialize(Double value, JsonGenerator to, SerializationContext context) {
            write(value, to);
        }
    }

    private static final class FiniteNumbers extends ValueSerializer<double[]> {

        @Override
        public void serialize(double[] values, JsonGenerator to, SerializationContext context) {
            to.writeStartArray(values, values.length);
            for (double value : values) {
                write(value, to);
            }
            to.writeEndArray();
        }
    }
}
