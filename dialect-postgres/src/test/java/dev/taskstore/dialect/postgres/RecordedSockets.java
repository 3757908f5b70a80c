package dev.taskstore.dialect.postgres;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/**
 * Records the types of the messages that the driver sends, and may delay some of them. The driver's
 * {@code socketFactory}; its argument is the name of the recording.
 */
public final class RecordedSockets extends SocketFactory {

  /** The text of a message that is delayed. */
  static final String DELAYED = "to be delayed";

  private static final Map<String, Recording> RECORDINGS = new ConcurrentHashMap<>();
  private static final int DELAY_MILLIS = 700;

  private final Recording recording;

  /**
   * Creates a factory. Called by the driver.
   *
   * @param name the value of {@code socketFactoryArg}
   */
  public RecordedSockets(String name) {
    this.recording = recording(name);
  }

  /**
   * Returns the types of the messages so far, such as {@code PBDES}: Parse, Bind, Describe,
   * Execute, Sync. The messages that open a connection have none.
   *
   * @param name the name of the recording
   * @return the recording of the calling thread, or of the thread that asked first
   */
  public static Recording recording(String name) {
    return RECORDINGS.computeIfAbsent(name, unused -> new Recording());
  }

  /**
   * Returns the parameters of a URL that record.
   *
   * @param name the name of the recording
   * @return the parameters
   */
  public static String parameters(String name) {
    return "socketFactory=" + RecordedSockets.class.getName() + "&socketFactoryArg=" + name;
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public OutputStream getOutputStream() throws IOException {
        return new Recorder(super.getOutputStream(), recording);
      }
    };
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw new IOException("The driver creates sockets without an address.");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket(host.getHostName(), port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  /**
   * The types of the messages of the thread that created the recording: pools make connections in
   * other threads. Thread-safe.
   */
  public static final class Recording {

    private final Thread thread = Thread.currentThread();
    private final StringBuilder types = new StringBuilder();

    synchronized void add(char type) {
      if (Thread.currentThread() == thread) {
        types.append(type);
      }
    }

    /** Forgets the messages so far. */
    public synchronized void clear() {
      types.setLength(0);
    }

    @Override
    public synchronized String toString() {
      return types.toString();
    }
  }

  /** Follows the stream of messages: a type, a length of four bytes that includes itself, data. */
  private static final class Recorder extends FilterOutputStream {

    private static final int LENGTH = 4;

    private final Recording recording;
    private final StringBuilder text = new StringBuilder();
    private int header;
    private int remaining;
    private boolean delayed;

    Recorder(OutputStream out, Recording recording) {
      super(out);
      this.recording = recording;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (int i = offset; i < offset + length; i++) {
        follow(bytes[i]);
      }
      if (delayed) {
        delayed = false;
        pause();
      }
      out.write(bytes, offset, length);
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    private void follow(byte value) {
      if (header == 0 && remaining > 0) {
        remaining--;
        text.append((char) value);
        delayed |= remaining == 0 && text.indexOf(DELAYED) >= 0;
      } else if (header == 0 && value != 0) {
        recording.add((char) value);
        header = LENGTH;
        remaining = 0;
        text.setLength(0);
      } else {
        // The messages that open a connection begin with their length.
        header = header == 0 ? LENGTH : header;
        remaining = (remaining << Byte.SIZE) | (value & 0xFF);
        header--;
        remaining -= header == 0 ? LENGTH : 0;
      }
    }

    private static void pause() {
      try {
        Thread.sleep(DELAY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
