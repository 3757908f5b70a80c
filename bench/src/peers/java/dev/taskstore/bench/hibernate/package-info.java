/** Hibernate through its stateless session, which is its fastest door. */
package dev.taskstore.bench.hibernate;
