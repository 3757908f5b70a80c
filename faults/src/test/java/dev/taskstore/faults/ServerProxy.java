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
 * A proxy between a store and its server that closes a connection at a given statement: before the
 * server receives it, or after the server has answered it and before the store receives the answer.
 */
final class ServerProxy implements AutoCloseable {

  /** The moment when the connection is closed. */
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

  /** Closes the connection of the next statement with this beginning. */
  void cutAt(String beginning, Moment moment) {
    cut.set(new Cut(beginning, moment));
  }

  /** Returns whether the statement was received. */
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
        // one of the sides or the other thread has closed the connection
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
          return; // ReadyForQuery or CopyInResponse: the statement is answered
        }
      }
    }

    private @Nullable Moment moment(ProtocolMessage message) {
      String sql =
          switch (message.type()) {
            case 'Q' -> message.text(0);
            case 'P' -> {
              statements.put(message.text(0), message.text(1));
              yield null; // a later message executes it
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
