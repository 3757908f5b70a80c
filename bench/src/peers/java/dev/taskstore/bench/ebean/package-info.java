/** Ebean with its query API and without a cache. */
package dev.taskstore.bench.ebean;
