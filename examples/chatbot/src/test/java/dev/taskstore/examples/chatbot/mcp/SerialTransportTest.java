package dev.taskstore.examples.chatbot.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpServerTransport;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class SerialTransportTest {

  /** A transport that cannot send for several threads, and whose first thread is slow. */
  private static final class SlowTransport implements McpServerTransport {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger sending = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
      return Mono.fromRunnable(
          () -> {
            if (sending.incrementAndGet() > 1) {
              throw new IllegalStateException("Failed to enqueue message");
            }
            entered.countDown();
            await(released);
            sending.decrementAndGet();
            sent.incrementAndGet();
          });
    }

    @Override
    public Mono<Void> closeGracefully() {
      return Mono.empty();
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
      throw new UnsupportedOperationException();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aMessageWaitsWhileAnotherThreadSends() throws InterruptedException {
    SlowTransport slow = new SlowTransport();
    SerialTransport transport = new SerialTransport(slow);
    JSONRPCMessage message = new JSONRPCNotification("notifications/test", null);
    Thread first = new Thread(() -> transport.sendMessage(message).block());
    first.start();
    await(slow.entered);
    Thread second = new Thread(() -> transport.sendMessage(message).block());
    second.start();
    while (second.getState() != Thread.State.BLOCKED && second.isAlive()) {
      Thread.onSpinWait();
    }

    assertThat(second.isAlive()).isTrue();
    slow.released.countDown();
    first.join();
    second.join();
    assertThat(slow.sent).hasValue(2);
  }
}
