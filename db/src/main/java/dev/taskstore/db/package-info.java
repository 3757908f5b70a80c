/**
 * Database access that knows no table: opening, transactions, the generic repositories, keyset
 * pages and the exceptions.
 */
@NullMarked
package dev.taskstore.db;

import org.jspecify.annotations.NullMarked;
