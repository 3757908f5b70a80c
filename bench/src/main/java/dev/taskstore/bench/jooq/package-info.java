/** jOOQ itself, on the tables that TaskStore's generator makes. */
package dev.taskstore.bench.jooq;
