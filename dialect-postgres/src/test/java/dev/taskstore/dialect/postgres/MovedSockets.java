package dev.taskstore.dialect.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Connects to a port of this machine that tests change, as the address behind a DNS name changes.
 * The driver's {@code socketFactory}.
 */
public final class MovedSockets extends SocketFactory {

  private static volatile int port;

  /** Directs new connections to a port. */
  static void moveTo(int newPort) {
    port = newPort;
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public void connect(SocketAddress ignored, int timeout) throws IOException {
        super.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeout);
      }
    };
  }

  @Override
  public Socket createSocket(String host, int ignored) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  @Override
  public Socket createSocket(String host, int ignored, InetAddress local, int localPort)
      throws IOException {
    return createSocket(host, ignored);
  }

  @Override
  public Socket createSocket(InetAddress host, int ignored) throws IOException {
    return createSocket(host.getHostName(), ignored);
  }

  @Override
  public Socket createSocket(InetAddress host, int ignored, InetAddress local, int localPort)
      throws IOException {
    return createSocket(host, ignored);
  }
}
