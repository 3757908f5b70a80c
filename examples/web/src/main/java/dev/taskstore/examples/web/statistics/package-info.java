/** Counts of the tasks of a user, as a page with a chart and for the REST API. */
@NullMarked
package dev.taskstore.examples.web.statistics;

import org.jspecify.annotations.NullMarked;
