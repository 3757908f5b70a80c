/** The contract that TaskStore's repositories of users, tasks and tags keep on every dialect. */
@NullMarked
package dev.taskstore.core.tck;

import org.jspecify.annotations.NullMarked;
