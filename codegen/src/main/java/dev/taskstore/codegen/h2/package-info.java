/**
 * Runs a changelog on an H2 database in memory and reads the catalog from there. {@link
 * dev.taskstore.codegen.h2.ChangelogDatabase} is the entry point. No method here takes or returns
 * null.
 */
package dev.taskstore.codegen.h2;
