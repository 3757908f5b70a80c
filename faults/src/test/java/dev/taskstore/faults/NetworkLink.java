package dev.taskstore.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * A proxy between a store and its server whose network can be cut: no byte passes, and neither side
 * receives an error. New connections are accepted, as by the network stack of a server that does
 * not answer.
 */
final class NetworkLink implements AutoCloseable {

  private static final int BUFFER = 8192;

  private final ConnectionListener listener = new ConnectionListener("network-link");
  private final int target;
  private boolean cut;

  NetworkLink(int target) throws IOException {
    this.target = target;
    listener.start(client -> listener.inBackground(() -> connect(client)));
  }

  int port() {
    return listener.port();
  }

  /** Cuts the network. */
  synchronized void cut() {
    cut = true;
  }

  /** Repairs the network. What was sent in the meantime arrives. */
  synchronized void repair() {
    cut = false;
    notifyAll();
  }

  private synchronized void awaitRepair() throws InterruptedException {
    while (cut) {
      wait();
    }
  }

  private void connect(Socket client) {
    try {
      awaitRepair();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      listener.inBackground(() -> pump(client, server));
      pump(server, client);
    } catch (IOException | InterruptedException e) {
      close(client);
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream input = from.getInputStream();
      OutputStream output = to.getOutputStream();
      int count = input.read(buffer);
      while (count >= 0) {
        awaitRepair();
        output.write(buffer, 0, count);
        count = input.read(buffer);
      }
      awaitRepair();
    } catch (IOException | InterruptedException e) {
      // One of the sides or the other thread has closed the connection.
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed.
    }
  }

  @Override
  public void close() {
    listener.close();
    repair();
  }
}
