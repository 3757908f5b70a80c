/** Declares which rows of a schema belong to whom, for sessions that are limited to these rows. */
@NullMarked
package dev.taskstore.db.scope;

import org.jspecify.annotations.NullMarked;
