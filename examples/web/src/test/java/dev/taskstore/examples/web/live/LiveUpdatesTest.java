package dev.taskstore.examples.web.live;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class LiveUpdatesTest {

  private final LiveUpdates updates = new LiveUpdates();
  private final UUID user = new UUID(1, 1);

  /** Requests that run when the process is asked to end still change tasks. */
  @Test
  void changesAreAcceptedAndNewStreamsEndDuringAShutdown() {
    SseEmitter before = updates.open(user, "session");
    updates.onClose();

    updates.changed(List.of(user), new UUID(2, 2), 1);
    SseEmitter after = updates.open(user, "session");

    for (SseEmitter emitter : List.of(before, after)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> emitter.send("anything"))
          .withMessageContaining("completed");
    }
    updates.stop();
  }
}
