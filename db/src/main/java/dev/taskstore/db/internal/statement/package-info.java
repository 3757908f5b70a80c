/** SQL templates, prepared statements and query timeouts. Not exported. */
@NullMarked
package dev.taskstore.db.internal.statement;

import org.jspecify.annotations.NullMarked;
