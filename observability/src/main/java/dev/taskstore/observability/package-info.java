/** Reports metrics and traces of a database to Micrometer, with OpenTelemetry's names. */
@NullMarked
package dev.taskstore.observability;

import org.jspecify.annotations.NullMarked;
