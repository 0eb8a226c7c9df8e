package io.sextant.remote.protocol;

import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** What a question, a job and a topic are answered with, as their own declarations say. */
public final class ResultTypes {

    private ResultTypes() {}

    public static Type of(Query<?> query) {
        return argument(query.getClass(), Query.class);
    }

    public static Type of(Job<?> job) {
        return argument(job.getClass(), Job.class);
    }

    public static Type of(Topic<?> topic) {
        return argument(topic.getClass(), Topic.class);
    }

    private static Type argument(Class<?> type, Class<?> family) {
        for (Type each : type.getGenericInterfaces()) {
            if (each instanceof ParameterizedType of && of.getRawType() == family) {
                return of.getActualTypeArguments()[0];
            }
        }
        throw new IllegalArgumentException(type + " does not say what it is answered with");
    }
}
