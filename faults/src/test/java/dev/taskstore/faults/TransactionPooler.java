package dev.taskstore.faults;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a store and a server that trusts everybody, as a pooler in transaction mode does:
 * each connection of the store has two of the server, and changes to the other one whenever no
 * transaction is open. Whatever a session keeps beyond its transaction is missing in the next.
 */
final class TransactionPooler implements AutoCloseable {

  /** A query, the end of an extended one, the end of a copy, its failure. */
  private static final String ENDS = "QScf";

  private final ConnectionListener listener = new ConnectionListener("transaction-pooler");
  private final int target;
  private final AtomicInteger changes = new AtomicInteger();

  TransactionPooler(int target) throws IOException {
    this.target = target;
    listener.start(client -> listener.inBackground(() -> serve(client)));
  }

  int port() {
    return listener.port();
  }

  /** How often a connection has changed to its other session. */
  int changes() {
    return changes.get();
  }

  @Override
  public void close() {
    listener.close();
  }

  private void serve(Socket client) {
    try (client;
        Socket first = new Socket(InetAddress.getLoopbackAddress(), target);
        Socket second = new Socket(InetAddress.getLoopbackAddress(), target)) {
      new Session(new Peer(client), List.of(new Peer(first), new Peer(second))).run();
    } catch (IOException e) {
      // One of the sides has closed its connection.
    }
  }

  private static final class Peer {

    private final DataInputStream input;
    private final DataOutputStream output;

    Peer(Socket socket) throws IOException {
      socket.setTcpNoDelay(true);
      input = new DataInputStream(socket.getInputStream());
      output = new DataOutputStream(socket.getOutputStream());
    }
  }

  /** One connection of a store. Neither side speaks before the other has come to an end. */
  private final class Session {

    private final Peer client;
    private final List<Peer> servers;
    private int current;

    Session(Peer client, List<Peer> servers) {
      this.client = client;
      this.servers = servers;
    }

    void run() throws IOException {
      ProtocolMessage startup = ProtocolMessage.read(client.input, false);
      startup.write(servers.get(1).output);
      while (!ProtocolMessage.read(servers.get(1).input, true).isIdle()) {
        // What the client hears of one session goes for both.
      }
      startup.write(servers.get(0).output);
      answer();
      while (ask()) {
        answer();
      }
    }

    /** Passes on what the client says until it waits for an answer; false when it leaves. */
    private boolean ask() throws IOException {
      while (true) {
        ProtocolMessage message = ProtocolMessage.read(client.input, true);
        message.write(servers.get(current).output);
        if (message.type() == 'X') {
          return false;
        }
        if (ENDS.indexOf(message.type()) >= 0) {
          return true;
        }
      }
    }

    /** Passes on what the server says until it waits for the client. */
    private void answer() throws IOException {
      while (true) {
        ProtocolMessage message = ProtocolMessage.read(servers.get(current).input, true);
        message.write(client.output);
        if (message.isIdle()) {
          current = 1 - current;
          changes.incrementAndGet();
        }
        if (message.type() == 'Z' || message.type() == 'G') { // ready for a query, or for a copy
          return;
        }
      }
    }
  }
}
