/**
 * The exceptions of the library. All extend jOOQ's {@code DataAccessException} and name the table,
 * columns and constraint where these are known; none holds values.
 */
@NullMarked
package dev.taskstore.db.exception;

import org.jspecify.annotations.NullMarked;
