/**
 * Database access that is independent of any schema: opening a database, transactions, generic
 * repositories and keyset pagination.
 */
@NullMarked
package dev.taskstore.db;

import org.jspecify.annotations.NullMarked;
