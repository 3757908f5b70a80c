package dev.taskstore.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service of Kubernetes: gives each new connection to the next of its endpoints. Connections stay
 * where they are when an endpoint is removed. Thread-safe.
 */
final class ServiceProxy implements AutoCloseable {

  private final ServerSocket listener;
  private final List<Integer> endpoints = new CopyOnWriteArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  private final Map<Integer, AtomicInteger> connections = new ConcurrentHashMap<>();

  ServiceProxy() throws IOException {
    listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    start("service", this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  void add(int port) {
    endpoints.add(port);
  }

  void remove(int port) {
    endpoints.remove(Integer.valueOf(port));
  }

  /** Returns how many connections an endpoint has received. */
  int connections(int port) {
    return connections.getOrDefault(port, new AtomicInteger()).get();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        start("connection", () -> connect(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void connect(Socket client) {
    List<Integer> current = List.copyOf(endpoints);
    try (client) {
      int port = current.get(Math.floorMod(next.getAndIncrement(), current.size()));
      connections.computeIfAbsent(port, key -> new AtomicInteger()).incrementAndGet();
      try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Thread requests = start("requests", () -> pump(client, server));
        pump(server, client);
        requests.join();
      }
    } catch (IOException e) {
      // the client observes the end of its connection
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pump(Socket from, Socket to) {
    byte[] buffer = new byte[8192];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // closed already
    }
  }

  private static Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
