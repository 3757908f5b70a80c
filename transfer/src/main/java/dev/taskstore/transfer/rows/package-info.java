/**
 * Rows of any table, and their canonical form: the same bytes for equal rows, on every dialect. For
 * the copies of this module and for backups; not exported to applications.
 */
@NullMarked
package dev.taskstore.transfer.rows;

import org.jspecify.annotations.NullMarked;
