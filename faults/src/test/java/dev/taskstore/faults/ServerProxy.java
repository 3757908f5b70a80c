package dev.taskstore.faults;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a store and its server, reads along, and cuts a connection at a statement that it
 * was told: before the server has seen it, or when the server has answered it but the store does
 * not know.
 */
final class ServerProxy implements AutoCloseable {

  /** When a connection is cut. */
  enum Moment {
    BEFORE_THE_SERVER_KNOWS,
    BEFORE_THE_ANSWER_COMES
  }

  private record Cut(String beginning, Moment moment) {}

  private final ConnectionListener listener = new ConnectionListener("server-proxy");
  private final int target;
  private final AtomicReference<@Nullable Cut> cut = new AtomicReference<>();

  ServerProxy(int target) throws IOException {
    this.target = target;
    listener.start(this::take);
  }

  int port() {
    return listener.port();
  }

  /** Cuts the connection on which the next statement comes that begins so. */
  void cutAt(String beginning, Moment moment) {
    cut.set(new Cut(beginning, moment));
  }

  /** Tells whether the statement has come. */
  boolean hasCut() {
    return cut.get() == null;
  }

  @Override
  public void close() {
    listener.close();
  }

  private void take(Socket client) throws IOException {
    Link link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), target));
    listener.inBackground(() -> link.pump(link::toServer));
    listener.inBackground(() -> link.pump(link::toClient));
  }

  @FunctionalInterface
  private interface Direction {
    void run() throws IOException;
  }

  private final class Link {

    private final Socket client;
    private final Socket server;
    private final Map<String, String> statements = new HashMap<>();
    private volatile boolean discarding;

    Link(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void pump(Direction direction) {
      try (client;
          server) {
        direction.run();
      } catch (IOException e) {
        // One of the sides has closed its connection, or the other thread has.
      }
    }

    void toServer() throws IOException {
      DataInputStream input = new DataInputStream(client.getInputStream());
      DataOutputStream output = new DataOutputStream(server.getOutputStream());
      ProtocolMessage.read(input, false).write(output);
      while (true) {
        ProtocolMessage message = ProtocolMessage.read(input, true);
        Moment moment = moment(message);
        if (moment == Moment.BEFORE_THE_SERVER_KNOWS) {
          return;
        }
        discarding |= moment == Moment.BEFORE_THE_ANSWER_COMES;
        message.write(output);
      }
    }

    void toClient() throws IOException {
      DataInputStream input = new DataInputStream(server.getInputStream());
      DataOutputStream output = new DataOutputStream(client.getOutputStream());
      while (true) {
        ProtocolMessage message = ProtocolMessage.read(input, true);
        if (!discarding) {
          message.write(output);
        } else if (message.type() == 'Z' || message.type() == 'G') {
          return; // ready for the next query or for the rows: this statement has been answered
        }
      }
    }

    private @Nullable Moment moment(ProtocolMessage message) {
      String sql =
          switch (message.type()) {
            case 'Q' -> message.text(0);
            case 'P' -> {
              statements.put(message.text(0), message.text(1));
              yield null; // it is run by a later message
            }
            case 'B' -> statements.get(message.text(1));
            default -> null;
          };
      Cut wanted = cut.get();
      boolean cuts =
          sql != null
              && wanted != null
              && sql.toLowerCase(Locale.ROOT).startsWith(wanted.beginning())
              && cut.compareAndSet(wanted, null);
      return cuts ? wanted.moment() : null;
    }
  }
}
