/**
 * Transactions that a framework manages, such as the container of an application: it begins, ends
 * and suspends them on the thread that runs the application's code.
 */
@NullMarked
package dev.taskstore.db.managed;

import org.jspecify.annotations.NullMarked;
