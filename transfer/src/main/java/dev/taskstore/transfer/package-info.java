/**
 * Copies of databases to other ones, of the same or another kind, and comparisons.
 *
 * <p>Start with {@link dev.taskstore.transfer.DatabaseCopy}.
 */
@NullMarked
package dev.taskstore.transfer;

import org.jspecify.annotations.NullMarked;
