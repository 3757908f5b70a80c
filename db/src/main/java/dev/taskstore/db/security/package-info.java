/** Privileges of database roles, and row-level security of the database. */
@NullMarked
package dev.taskstore.db.security;

import org.jspecify.annotations.NullMarked;
