package dev.taskstore.db.internal.replica;

import dev.taskstore.db.spi.ReplicationPosition;

/**
 * What is known of the server of one connection: the latest timeline that it follows, and a
 * position that it has replayed. Used by one thread at a time, as the connection is.
 */
final class ReplicaConnection {

  private volatile ReplicationPosition replayed;

  ReplicaConnection(ReplicationPosition replayed) {
    this.replayed = replayed;
  }

  ReplicationPosition replayed() {
    return replayed;
  }

  void hasReplayed(ReplicationPosition position) {
    replayed = position;
  }
}
