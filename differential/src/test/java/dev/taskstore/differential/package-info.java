/**
 * Differential tests: random programs cover the whole API and run on a model, on SQLite and on
 * PostgreSQL, which must agree.
 */
package dev.taskstore.differential;
