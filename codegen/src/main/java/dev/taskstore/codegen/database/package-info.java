/**
 * Runs a changelog with Liquibase on an empty database. {@link
 * dev.taskstore.codegen.database.MigratedDatabase} is the entry point. No method here takes or
 * returns null.
 */
package dev.taskstore.codegen.database;
