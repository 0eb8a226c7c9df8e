package io.sextant.engine;

import io.sextant.domain.request.Job;

/** Does jobs, on a thread that may take its time. */
interface JobWorker {

    <R> R work(Job<R> job, JobWorks.Progress progress);
}
