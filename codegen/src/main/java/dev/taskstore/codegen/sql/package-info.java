/**
 * Reads the SQL of changelogs. {@link dev.taskstore.codegen.sql.SqlScript} is the entry point.
 *
 * <p>The parser supports the statements that define tables, indexes and comments on SQLite,
 * PostgreSQL and H2. It keeps types and expressions as text. Any other statement is an {@link
 * dev.taskstore.codegen.sql.OtherStatement}. jOOQ's parser does not fit: it converts types to its
 * own, drops {@code STRICT} and {@code WITHOUT ROWID}, and rejects {@code CREATE INDEX
 * CONCURRENTLY}, {@code NOT VALID} and functions.
 *
 * <p>Names are in lower case unless they are quoted, and without their schema. No method here takes
 * or returns null.
 */
package dev.taskstore.codegen.sql;
