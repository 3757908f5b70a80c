/**
 * Generates jOOQ tables, models and repositories from a Liquibase changelog: as a Maven plugin, or
 * through {@link dev.taskstore.codegen.RepositoryGenerator}. No method here takes or returns null.
 */
package dev.taskstore.codegen;
