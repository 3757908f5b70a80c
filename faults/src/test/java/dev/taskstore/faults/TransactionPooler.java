package dev.taskstore.faults;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connection pooler in transaction mode, for a server with trust authentication. Each client
 * connection has two server sessions and switches between them whenever no transaction is open.
 * Session state of one transaction is missing in the next.
 */
final class TransactionPooler implements AutoCloseable {

  /** Query, Sync, CopyDone and CopyFail. */
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

  /** Returns how often connections have switched sessions. */
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
      // one of the sides has closed its connection
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

  /** A client connection. The protocol alternates between client and server. */
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
        // the client receives the startup messages of one session only
      }
      startup.write(servers.get(0).output);
      answer();
      while (ask()) {
        answer();
      }
    }

    /** Forwards client messages until the client waits; returns false when it terminates. */
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

    /** Forwards server messages until the server waits for the client. */
    private void answer() throws IOException {
      while (true) {
        ProtocolMessage message = ProtocolMessage.read(servers.get(current).input, true);
        message.write(client.output);
        if (message.isIdle()) {
          current = 1 - current;
          changes.incrementAndGet();
        }
        if (message.type() == 'Z' || message.type() == 'G') { // ReadyForQuery or CopyInResponse
          return;
        }
      }
    }
  }
}
