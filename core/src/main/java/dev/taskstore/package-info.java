/** Repositories for users, tasks and tags. */
@NullMarked
package dev.taskstore;

import org.jspecify.annotations.NullMarked;
