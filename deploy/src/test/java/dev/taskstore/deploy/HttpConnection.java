package dev.taskstore.deploy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A connection for HTTP/1.1 that repeats nothing by itself: unlike the client of Java, it reports
 * each request that is lost. Not thread-safe.
 */
final class HttpConnection implements AutoCloseable {

  private static final int TIMEOUT_MILLISECONDS = 30_000;

  private final Socket socket;
  private final InputStream in;
  private boolean isUsable = true;

  private HttpConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  static HttpConnection open(int port) throws IOException {
    Socket socket = new Socket();
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLISECONDS);
    socket.setSoTimeout(TIMEOUT_MILLISECONDS);
    socket.setTcpNoDelay(true);
    return new HttpConnection(socket);
  }

  /** A response. */
  record Response(int status, Map<String, String> headers, String body) {}

  Response get(String path) throws IOException {
    return send("GET", path, "", Map.of());
  }

  /** Sends a request with the credentials of the user of the tests, and reads the response. */
  Response api(String method, String path, String json) throws IOException {
    String pair = Installation.USER + ":" + Installation.PASSWORD;
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return send(
        method,
        path,
        json,
        Map.of("Authorization", "Basic " + basic, "Content-Type", "application/json"));
  }

  /** Returns whether another request can be sent on this connection. */
  boolean isUsable() {
    return isUsable;
  }

  private Response send(String method, String path, String body, Map<String, String> headers)
      throws IOException {
    isUsable = false;
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    if (content.length > 0) {
      head.append("Content-Length: " + content.length + "\r\n");
    }
    head.append("\r\n");
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.write(head.toString().getBytes(StandardCharsets.US_ASCII));
    request.write(content);
    socket.getOutputStream().write(request.toByteArray());
    return read();
  }

  private Response read() throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] parts = line.split(": *", 2);
      headers.put(parts[0], parts[1]);
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (headers.getOrDefault("Transfer-Encoding", "").equals("chunked")) {
      for (int size = chunk(); ; size = chunk()) {
        body.write(bytes(size));
        line();
        if (size == 0) {
          break;
        }
      }
    } else {
      body.write(bytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0"))));
    }
    isUsable = !headers.getOrDefault("Connection", "").toLowerCase(Locale.ROOT).contains("close");
    return new Response(status, headers, body.toString(StandardCharsets.UTF_8));
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private byte[] bytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("The connection ended within a response.");
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The connection ended before a response.");
      } else if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
