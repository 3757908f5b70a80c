/** The SQLite dialect: a file of this machine, one writer and several readers. */
@NullMarked
package dev.taskstore.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
