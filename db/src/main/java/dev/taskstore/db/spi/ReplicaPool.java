package dev.taskstore.db.spi;

import javax.sql.DataSource;

/**
 * The connections to one replica.
 *
 * @param name the server in messages, without secrets
 * @param dataSource returns connections in auto-commit mode
 * @param probes returns new connections of no pool, on which the library checks the replica. They
 *     give up a server that does not respond after some seconds
 * @param abort aborts all connections, also those in use, because the server does not respond. Does
 *     not wait for the server
 * @param onClose closes the pool
 */
public record ReplicaPool(
    String name, DataSource dataSource, DataSource probes, Runnable abort, Runnable onClose) {}
