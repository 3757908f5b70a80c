package dev.taskstore.dialect.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Connects to a port of this machine, whatever host a URL names. The driver's {@code socketFactory}
 * for tests of host names that no name server knows.
 */
public final class RedirectedSockets extends SocketFactory {

  private final int port;

  /**
   * Creates a factory. Called by the driver.
   *
   * @param port the value of {@code socketFactoryArg}
   */
  public RedirectedSockets(String port) {
    this.port = Integer.parseInt(port);
  }

  @Override
  public Socket createSocket() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  @Override
  public Socket createSocket(String host, int ignored) throws IOException {
    return createSocket();
  }

  @Override
  public Socket createSocket(String host, int ignored, InetAddress local, int localPort)
      throws IOException {
    return createSocket();
  }

  @Override
  public Socket createSocket(InetAddress host, int ignored) throws IOException {
    return createSocket();
  }

  @Override
  public Socket createSocket(InetAddress host, int ignored, InetAddress local, int localPort)
      throws IOException {
    return createSocket();
  }
}
