/**
 * Runs inserts, updates, deletes, upserts, key look-ups, join tables, cursors and streams of rows.
 * Not exported.
 */
@NullMarked
package dev.taskstore.db.internal.rows;

import org.jspecify.annotations.NullMarked;
