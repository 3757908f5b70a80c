/** Ebean, with its queries and no cache. */
package dev.taskstore.bench.ebean;
