/** Plain jOOQ on the table classes that TaskStore's generator creates. */
package dev.taskstore.bench.jooq;
