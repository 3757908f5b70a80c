/**
 * Starts a PostgreSQL server if none is given, and reads its catalog. {@link
 * dev.taskstore.codegen.postgres.PostgresCatalogReader} is the entry point. No method here takes or
 * returns null.
 */
package dev.taskstore.codegen.postgres;
