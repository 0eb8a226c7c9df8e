/** Starts the process that drives a cluster, from a folder that comes beside the application and not with it. */
@NullMarked
package io.sextant.app.cluster;

import org.jspecify.annotations.NullMarked;
