/** Pieces of work on the machines of an Apache Spark cluster; the only room that knows Spark, in a process of its own. */
@NullMarked
package io.sextant.cluster;

import org.jspecify.annotations.NullMarked;
