/** Reports the statements of repositories to the application's jOOQ listeners. Not exported. */
@NullMarked
package dev.taskstore.db.internal.listener;

import org.jspecify.annotations.NullMarked;
