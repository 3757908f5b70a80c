/** Runs the changelog on a database in memory. No method here takes or returns null. */
package dev.taskstore.codegen.changelog;
