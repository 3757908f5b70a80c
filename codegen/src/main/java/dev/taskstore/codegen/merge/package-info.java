/**
 * Compares the schema of SQLite with that of PostgreSQL and makes one of both. {@link
 * dev.taskstore.codegen.merge.SchemaComparison} is the entry point. No method here takes or returns
 * null.
 */
package dev.taskstore.codegen.merge;
