/**
 * Reads the SQL of changelogs as it is written there. {@link dev.taskstore.codegen.sql.SqlScript}
 * is where to begin.
 *
 * <p>It is no parser of any one database: it knows the shapes of statements that define tables,
 * indexes and comments on SQLite, PostgreSQL and H2, keeps types and expressions as text, and takes
 * everything else as an {@link dev.taskstore.codegen.sql.OtherStatement}. jOOQ's parser is not used
 * for this: it turns types into its own, loses {@code STRICT} and {@code WITHOUT ROWID}, and
 * refuses {@code CREATE INDEX CONCURRENTLY}, {@code NOT VALID} and functions.
 *
 * <p>Names are in lower case unless they are quoted, and without their schema. No method here takes
 * or returns null.
 */
package dev.taskstore.codegen.sql;
