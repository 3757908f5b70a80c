/**
 * The schema that the DDL statements of a changelog declare. {@link
 * dev.taskstore.codegen.ddl.DeclaredSchema} applies the statements in order, without a database;
 * the linter and the specification read it. No method here takes or returns null.
 */
package dev.taskstore.codegen.ddl;
