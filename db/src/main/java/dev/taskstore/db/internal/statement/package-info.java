/** The SQL of each table, prepared statements, batches and query timeouts. Not exported. */
@NullMarked
package dev.taskstore.db.internal.statement;

import org.jspecify.annotations.NullMarked;
