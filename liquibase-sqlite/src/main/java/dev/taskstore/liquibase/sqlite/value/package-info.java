/** The changes that write values: insert, update, delete, loadData and loadUpdateData. */
@NullMarked
package dev.taskstore.liquibase.sqlite.value;

import org.jspecify.annotations.NullMarked;
