package dev.taskstore.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Takes connections for somebody who stands between a store and its server. */
final class ConnectionListener implements AutoCloseable {

  /** Work with connections. */
  @FunctionalInterface
  interface Service {
    /** Takes a connection and returns at once; whoever serves it closes it. */
    void take(Socket client) throws IOException;
  }

  private final String name;
  private final ServerSocket socket;

  /** Listens on a free port; {@link #start} lets it begin. */
  ConnectionListener(String name) throws IOException {
    this.name = name;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Takes connections from now on, until it is closed or the service fails. */
  void start(Service service) {
    inBackground(
        () -> {
          try {
            while (true) {
              service.take(socket.accept());
            }
          } catch (IOException e) {
            // The listener has been closed, or nobody serves any more.
          }
        });
  }

  /** Runs work in a thread that keeps no program from ending. */
  void inBackground(Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
