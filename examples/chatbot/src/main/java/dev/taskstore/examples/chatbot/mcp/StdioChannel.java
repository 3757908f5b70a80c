package dev.taskstore.examples.chatbot.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * The streams of a client. The end of the input is passed on when all requests before it have been
 * answered: a client may send its requests and close the stream.
 */
public final class StdioChannel {

  private static final Duration LAST_RESPONSES = Duration.ofSeconds(10);
  private static final JsonMapper JSON = new JsonMapper();

  private final InputStream input;
  private final OutputStream output;
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
  public InputStream input() {
    return input;
  }

  /** Returns the stream for messages to the client. */
  public OutputStream output() {
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

  private static Optional<JsonNode> parse(ByteArrayOutputStream line) {
    try {
      JsonNode message = JSON.readTree(line.toByteArray());
      return message.hasNonNull("id") ? Optional.of(message) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // The transport reports it.
    } finally {
      line.reset();
    }
  }

  /** Counts requests. */
  private final class Requests extends InputStream {
    private final InputStream source;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

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
      int count = -1;
      try {
        count = source.read(target, offset, length);
      } finally {
        if (count < 0) {
          countRequest();
          end();
        }
      }
      for (int i = offset; i < offset + count; i++) {
        if (target[i] == '\n') {
          countRequest();
        } else {
          line.write(target[i]);
        }
      }
      return count;
    }

    private void countRequest() {
      parse(line).filter(message -> message.has("method")).ifPresent(request -> change(1));
    }
  }

  /** Counts responses. */
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

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      target.write(bytes, offset, length);
      for (int i = offset; i < offset + length; i++) {
        if (bytes[i] == '\n') {
          target.flush();
          parse(line).filter(message -> !message.has("method")).ifPresent(response -> change(-1));
        } else {
          line.write(bytes[i]);
        }
      }
    }

    @Override
    public void flush() throws IOException {
      target.flush();
    }
  }
}
