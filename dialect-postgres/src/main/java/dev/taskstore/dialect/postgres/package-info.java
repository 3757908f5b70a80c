/** The PostgreSQL dialect. */
@NullMarked
package dev.taskstore.dialect.postgres;

import org.jspecify.annotations.NullMarked;
