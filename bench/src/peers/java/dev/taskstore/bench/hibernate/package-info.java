/** Hibernate with its stateless session, its fastest API. */
package dev.taskstore.bench.hibernate;
