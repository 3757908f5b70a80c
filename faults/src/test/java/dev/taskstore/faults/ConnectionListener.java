package dev.taskstore.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Accepts connections for a proxy between a store and its server. */
final class ConnectionListener implements AutoCloseable {

  /** Handles connections. */
  @FunctionalInterface
  interface Service {
    /** Handles a connection in the background and returns at once. The handler closes it. */
    void take(Socket client) throws IOException;
  }

  private final String name;
  private final ServerSocket socket;

  /** Listens on a free port. {@link #start} accepts connections. */
  ConnectionListener(String name) throws IOException {
    this.name = name;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Accepts connections until this listener is closed or the service fails. */
  void start(Service service) {
    inBackground(
        () -> {
          try {
            while (true) {
              service.take(socket.accept());
            }
          } catch (IOException e) {
            // the listener is closed, or the service failed
          }
        });
  }

  /** Runs work in a daemon thread. */
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
