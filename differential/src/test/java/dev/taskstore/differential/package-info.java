/**
 * Random programs over the whole API, run on a model, on SQLite and on PostgreSQL, which all have
 * to agree.
 */
package dev.taskstore.differential;
