/** Privileges of roles and row-level security. */
@NullMarked
package dev.taskstore.db.internal.security;

import org.jspecify.annotations.NullMarked;
