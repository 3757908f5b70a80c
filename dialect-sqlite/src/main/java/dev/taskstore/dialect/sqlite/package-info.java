/** The SQLite dialect: a local file with one writer and several readers. */
@NullMarked
package dev.taskstore.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
