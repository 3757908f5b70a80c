/**
 * The exceptions of the library. All extend jOOQ's {@code DataAccessException} and provide the
 * table, columns and constraint where these are known. None contains row values.
 */
@NullMarked
package dev.taskstore.db.exception;

import org.jspecify.annotations.NullMarked;
