package dev.taskstore.examples.chatbot.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/**
 * The streams of a client, in front of the SDK's transport.
 *
 * <ul>
 *   <li>Lines that are no messages are answered here: the transport would stop reading, and the
 *       program would not see the end of its input.
 *   <li>The end of the input is passed on when all requests before it have been answered: a client
 *       may send its requests and close the stream.
 *   <li>Each line of output is written at once.
 * </ul>
 */
public final class StdioChannel {

  /** The greatest length of a message in bytes. */
  static final int MAXIMUM_MESSAGE = 4 * 1024 * 1024;

  private static final Duration LAST_RESPONSES = Duration.ofSeconds(10);

  private final Requests input;
  private final Responses output;
  private int unanswered;
  private boolean ended;

  /**
   * Creates a channel.
   *
   * @param input what the client writes
   * @param output what the client reads
   */
  public StdioChannel(InputStream input, OutputStream output) {
    this.input = new Requests(input);
    this.output = new Responses(output);
  }

  /** Returns the stream with the messages of the client. */
  InputStream input() {
    return input;
  }

  /** Returns the stream for messages to the client. */
  OutputStream output() {
    return output;
  }

  /**
   * Waits for the end of the input and for the responses to all requests.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  public synchronized void awaitEnd() throws InterruptedException {
    while (!ended) {
      wait();
    }
  }

  private synchronized void change(int difference) {
    unanswered += difference;
    notifyAll();
  }

  private synchronized void end() {
    long limit = System.nanoTime() + LAST_RESPONSES.toNanos();
    try {
      long left = LAST_RESPONSES.toMillis();
      while (unanswered > 0 && left > 0) {
        wait(left);
        left = Duration.ofNanos(limit - System.nanoTime()).toMillis();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ended = true;
    notifyAll();
  }

  /** Passes messages on and counts the requests among them. */
  private final class Requests extends InputStream {
    private final InputStream source;
    private final byte[] buffer = new byte[8192];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int limit;
    private boolean isTooLong;
    private byte[] message = new byte[0];
    private int passedOn;

    Requests(InputStream source) {
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      byte[] single = new byte[1];
      return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, target.length);
      while (passedOn == message.length) {
        if (!readMessage()) {
          end();
          return -1;
        }
      }
      int count = Math.min(length, message.length - passedOn);
      System.arraycopy(message, passedOn, target, offset, count);
      passedOn += count;
      return count;
    }

    /** Reads a line; the message remains empty if it is none. Returns false at the end. */
    private boolean readMessage() throws IOException {
      message = new byte[0];
      passedOn = 0;
      boolean hasLine = readLine();
      if (line.size() > 0 || isTooLong) {
        MessageCheck check =
            isTooLong ? MessageCheck.tooLong(MAXIMUM_MESSAGE) : MessageCheck.of(line.toByteArray());
        if (check.refusal().isPresent()) {
          output.writeLine(check.refusal().get().getBytes(StandardCharsets.UTF_8));
        } else {
          change(check.isRequest() ? 1 : 0);
          line.write('\n');
          message = line.toByteArray();
        }
      }
      line.reset();
      isTooLong = false;
      return hasLine || message.length > 0;
    }

    private boolean readLine() throws IOException {
      while (true) {
        if (position == limit) {
          position = 0;
          limit = readSource();
          if (limit <= 0) {
            limit = 0;
            return false;
          }
        }
        byte next = buffer[position++];
        if (next == '\n') {
          return true;
        } else if (line.size() >= MAXIMUM_MESSAGE) {
          isTooLong = true;
        } else if (next != '\r') {
          line.write(next);
        }
      }
    }

    private int readSource() {
      try {
        return source.read(buffer, 0, buffer.length);
      } catch (IOException e) {
        return -1; // The client has gone, which is the end of its input.
      }
    }
  }

  /** Writes lines and counts the responses among them. */
  private final class Responses extends OutputStream {
    private final OutputStream target;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Responses(OutputStream target) {
      this.target = target;
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    /** The transport writes in one thread. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (int i = offset; i < offset + length; i++) {
        if (bytes[i] == '\n') {
          byte[] message = line.toByteArray();
          line.reset();
          writeLine(message);
          if (MessageCheck.isResponse(message)) {
            change(-1);
          }
        } else {
          line.write(bytes[i]);
        }
      }
    }

    void writeLine(byte[] text) throws IOException {
      synchronized (target) {
        target.write(text);
        target.write('\n');
        target.flush();
      }
    }
  }
}
