/** The repositories for users, tasks and tags: the domain, and nothing generic. */
@NullMarked
package dev.taskstore;

import org.jspecify.annotations.NullMarked;
