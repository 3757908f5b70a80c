/**
 * Reads the catalog of SQLite. {@link dev.taskstore.codegen.sqlite.SqliteCatalogReader} is the
 * entry point. No method here takes or returns null.
 */
package dev.taskstore.codegen.sqlite;
